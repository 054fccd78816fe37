using DataSharing.Domain.Content;
using DataSharing.Domain.Organisations;
using DataSharing.Domain.People;
using DataSharing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Operations;

/// <summary>How the first administrator comes: by whoever runs the portal, never through a page.</summary>
internal static class AppointAdministrator
{
    public static async Task RunAsync(IConfiguration configuration, string[] arguments)
    {
        var given = Verb.Options(arguments, "--issuer", "--subject", "--name", "--organisation");
        if (
            !given.TryGetValue("--issuer", out var issuer)
            || !given.TryGetValue("--subject", out var subject)
            || string.IsNullOrWhiteSpace(issuer)
            || string.IsNullOrWhiteSpace(subject)
        )
        {
            throw new VerbException("Say who: --issuer (the provider's issuer identifier) and --subject (who they are there).");
        }

        var organisationName = given.GetValueOrDefault("--organisation", "Portal administration");
        await using var db = Verb.Open(configuration);
        var now = await db.NowAsync();

        var person = await db.People.SingleOrDefaultAsync(p => p.Issuer == issuer && p.Subject == subject);
        if (person is null)
        {
            person = Person.FirstSeen(issuer, subject, given.GetValueOrDefault("--name"), now);
            db.People.Add(person);
        }

        var organisation = await db.Organisations.FirstOrDefaultAsync(o => o.Details.Name == organisationName);
        if (organisation is null)
        {
            var details = new OrganisationDetails
            {
                Name = organisationName,
                Sector = Sector.Other,
                Nation = Jurisdiction.UK,
            };
            organisation = Organisation.Register(details, [], Act.OfThePortal, now);
            db.Organisations.Add(organisation);
        }

        var isOne = await db.Memberships.AnyAsync(m =>
            m.Person == person.Id && m.Organisation == organisation.Id && m.Role == Role.SystemAdmin && m.EndedAt == null
        );
        if (!isOne)
        {
            db.Memberships.Add(Membership.Begin(person.Id, organisation.Id, Role.SystemAdmin, Act.OfThePortal, now));
        }

        await db.SaveChangesAsync();
        await Console.Out.WriteLineAsync($"{person.Name} is a system administrator, for {organisationName}.");
    }
}
