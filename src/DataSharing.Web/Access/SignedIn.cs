using System.Security.Claims;
using DataSharing.Domain.People;
using DataSharing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Access;

/// <summary>An organisation that somebody belongs to, and what they are there.</summary>
public sealed record MemberOf(OrganisationId Id, string Name, IReadOnlySet<Role> Roles)
{
    /// <summary>As <see cref="Actor.NewRoles"/>.</summary>
    public IReadOnlyDictionary<Role, DateTimeOffset> NewRoles { get; init; } = new Dictionary<Role, DateTimeOffset>();

    public string RolesInWords()
    {
        var words = string.Join(", ", Roles.Order().Select(role => role.Name()));
        return char.ToUpper(words[0], System.Globalization.CultureInfo.CurrentCulture) + words[1..];
    }
}

/// <summary>Who is signed in, with the memberships of this moment, so that a role taken away counts on the next request.</summary>
public sealed record SignedInPerson(
    PersonId Id,
    string Name,
    IReadOnlyList<MemberOf> Organisations,
    IReadOnlySet<OrganisationId> AuditScope,
    MemberOf? ActingFor
)
{
    /// <summary>Business time up to which they said that they had read what others did; null if they never did.</summary>
    public DateTimeOffset? ReadUntil { get; init; }

    /// <summary>Of an auditor: what they do not audit any more, the last first.</summary>
    public IReadOnlyList<EndedAudit> EndedAudits { get; init; } = [];

    /// <summary>The person acting for the organisation they chose. Only members act.</summary>
    public Actor? Actor => ActingFor is null ? null : ActorFor(ActingFor);

    /// <summary>The same person, for each of their organisations: "My work" spans all.</summary>
    public IEnumerable<Actor> Actors => Organisations.Select(ActorFor);

    private Actor ActorFor(MemberOf organisation) =>
        new(Id, organisation.Id, organisation.Roles) { AuditScope = AuditScope, NewRoles = organisation.NewRoles };
}

/// <summary>Reads, once per request and in one query, who is asking and what time it is.</summary>
public sealed class SignedIn(DataSharingDbContext db, IHttpContextAccessor http, PortalSettings settings, BusinessClock clock)
{
    private Task<SignedInPerson?>? _person;

    /// <summary>The cookie that remembers which of their organisations a person acts for. Believed only if they belong to it.</summary>
    public string ActingForCookie => Http.PageSetup.CookieName(settings, "acting-for");

    /// <summary>Business time for showing a page.</summary>
    public BusinessClock Clock => clock;

    /// <summary>Null when nobody is signed in.</summary>
    public Task<SignedInPerson?> PersonAsync() => _person ??= ReadAsync(http.HttpContext!);

    /// <summary>The person, if this request has asked who it is and somebody is signed in.</summary>
    internal SignedInPerson? IfKnown => _person is { IsCompletedSuccessfully: true } person ? person.Result : null;

    /// <exception cref="InvalidOperationException">The page is not guarded as it should be.</exception>
    public async Task<Actor> ActorAsync() =>
        (await PersonAsync())?.Actor ?? throw new InvalidOperationException("Only members act; the page wants the guard MembersOnly.");

    private async Task<SignedInPerson?> ReadAsync(HttpContext context)
    {
        if (
            context.User.FindFirstValue(PersonClaims.Issuer) is not { } issuer
            || context.User.FindFirstValue(PersonClaims.Subject) is not { } subject
        )
        {
            return null;
        }

        var reading = db.Clock;
        var found = await db
            .People.AsNoTracking()
            .AsSingleQuery() // few rows either way, and one round trip
            .Where(p => p.Issuer == issuer && p.Subject == subject)
            .Select(p => new
            {
                p.Id,
                p.Name,
                Roles = (
                    from m in db.Memberships
                    join o in db.Organisations on m.Organisation equals o.Id
                    where m.Person == p.Id && m.EndedAt == null
                    select new
                    {
                        m.Organisation,
                        o.Details.Name,
                        m.Role,
                        m.ConfirmedAt,
                    }
                ).ToList(),
                Scope = (
                    from s in db.AuditScopes
                    join o in db.Organisations on s.Organisation equals o.Id
                    where s.Auditor == p.Id
                    select new
                    {
                        s.Organisation,
                        o.Details.Name,
                        s.From,
                        s.Until,
                        s.EndedAt,
                    }
                ).ToList(),
                ReadUntil = db.ReadingMarks.Where(m => m.Person == p.Id).Select(m => (DateTimeOffset?)m.ReadUntil).FirstOrDefault(),
                Clock = reading.First(),
            })
            .AsPrepared()
            .SingleOrDefaultAsync(context.RequestAborted);

        if (found is null)
        {
            return null;
        }

        clock.Take(found.Clock);
        var today = found.Clock.Now.UkDay();
        List<MemberOf> organisations =
        [
            .. found
                .Roles.GroupBy(r => (r.Organisation, r.Name))
                .Select(g => new MemberOf(g.Key.Organisation, g.Key.Name, g.Select(r => r.Role).ToHashSet())
                {
                    NewRoles = g.Where(r => r.ConfirmedAt > found.Clock.Now - RoleDuties.NotForOpenStages)
                        .ToDictionary(r => r.Role, r => r.ConfirmedAt!.Value),
                })
                .OrderBy(o => o.Name, StringComparer.CurrentCulture),
        ];

        var isAuditor = organisations.Any(o => o.Roles.Contains(Role.Auditor));
        var begun = found.Scope.Where(s => isAuditor && s.From <= today).ToList();
        var scope = begun.Where(s => s.EndedAt is null && today <= s.Until).Select(s => s.Organisation).ToHashSet();
        var audits = begun.Select(s => new EndedAudit(
            s.Organisation,
            s.Name,
            s.EndedAt?.UkDay() is { } day && day < s.Until ? day : s.Until
        ));
        var chosen =
            organisations.Find(o => o.Id.Value.ToString() == context.Request.Cookies[ActingForCookie]) ?? organisations.FirstOrDefault();
        return new SignedInPerson(found.Id, found.Name, organisations, scope, chosen)
        {
            ReadUntil = found.ReadUntil,
            EndedAudits = EndedAudit.Among(audits, scope),
        };
    }
}
