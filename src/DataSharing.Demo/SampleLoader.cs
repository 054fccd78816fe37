using DataSharing.Domain.Organisations;
using DataSharing.Domain.People;
using DataSharing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Demo;

/// <summary>Puts the demo's world into an empty database. What an earlier run left is kept as it is.</summary>
public static class SampleLoader
{
    /// <summary>The demo's first day: its sample agreements were written for it.</summary>
    private static readonly DateTimeOffset FirstMorning = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero); // 9 o’clock in London

    /// <param name="ownerConnectionString">The database, as its owner.</param>
    /// <param name="issuer">The provider that the people sign in at.</param>
    /// <param name="withAgreements">Whether sample agreements are loaded too.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    public static async Task LoadAsync(
        string ownerConnectionString,
        string issuer,
        bool withAgreements = true,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = DataSharingDbContext.Open(ownerConnectionString);

        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO business_clock (id, ahead_by) VALUES (true, {FirstMorning.ToUniversalTime()} - clock_timestamp())
            ON CONFLICT (id) DO NOTHING
            """,
            cancellationToken
        );

        if (!await db.Organisations.AnyAsync(cancellationToken))
        {
            await LoadPeopleAsync(db, issuer, cancellationToken);
        }
        else
        {
            // On another port the provider has another name, and its people would be strangers.
            await db.People.ExecuteUpdateAsync(people => people.SetProperty(p => p.Issuer, issuer), cancellationToken);
        }

        if (withAgreements && !await db.Agreements.AnyAsync(cancellationToken))
        {
            await SampleStories.TellAsync(db, FirstMorning, cancellationToken);
        }

        if (!await db.Editions.AnyAsync(cancellationToken))
        {
            db.ChangeTracker.Clear();
            await LawStory.TellAsync(db, cancellationToken);
        }
    }

    /// <summary>Moves business time to the morning of a day. It runs on from there.</summary>
    public static async Task MoveToAsync(string ownerConnectionString, DateOnly day, CancellationToken cancellationToken = default)
    {
        await using var db = DataSharingDbContext.Open(ownerConnectionString);
        var morning = day.StartsAt().AddHours(9).ToUniversalTime();
        await db.Database.ExecuteSqlAsync($"UPDATE business_clock SET ahead_by = {morning} - clock_timestamp()", cancellationToken);
    }

    private static async Task LoadPeopleAsync(DataSharingDbContext db, string issuer, CancellationToken cancellationToken)
    {
        // They have been here for a while: some agreements are older than the demo's first day.
        var now = FirstMorning.AddDays(-60);
        var today = FirstMorning.UkDay();
        var loaded = new List<(DemoOrganisation Sample, Organisation Organisation)>();
        PersonId? auditor = null;

        foreach (var sample in DemoPeople.Read().Organisations)
        {
            var organisation = Organisation.Register(sample.Details, sample.Identifiers, Act.OfThePortal, now);
            foreach (var assurance in sample.Assurances)
            {
                var term = new EvidenceTerm(assurance.Reference, assurance.ValidTo, assurance.Level);
                organisation.RecordEvidence(
                    OrganisationEvidence.Of(OrganisationEvidenceKind.SecurityAssurance, assurance.Type, term),
                    Act.OfThePortal,
                    now
                );
            }

            db.Organisations.Add(organisation);
            loaded.Add((sample, organisation));

            foreach (var somebody in sample.People)
            {
                var person = Person.FirstSeen(issuer, somebody.Subject, somebody.Name, now);
                db.People.Add(person);
                db.Memberships.AddRange(
                    somebody.Roles!.Select(role => Membership.Begin(person.Id, organisation.Id, role, Act.OfThePortal, now))
                );
                auditor = somebody.Roles!.Contains(Role.Auditor) ? person.Id : auditor;
            }
        }

        // The auditor spans all organisations that take part in a sample.
        db.AuditScopes.AddRange(
            loaded
                .Where(l => l.Sample.Group.Contains("sample", StringComparison.Ordinal))
                .Select(l => AuditScope.Open(auditor!.Value, l.Organisation.Id, today, today.AddYears(2), Act.OfThePortal, now))
        );

        await db.SaveChangesAsync(cancellationToken);
    }
}
