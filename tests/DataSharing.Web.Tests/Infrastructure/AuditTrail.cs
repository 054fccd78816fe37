using System.Text;
using System.Text.Json.Nodes;
using DataSharing.Persistence.Audit;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Tests.Infrastructure;

/// <summary>What the audit log tells of something, oldest first.</summary>
internal static class AuditTrail
{
    /// <summary>The bytes of the event as text.</summary>
    public static string Text(this AuditEvent told) => Encoding.UTF8.GetString(told.Body);

    public static Task<List<AuditEvent>> TrailAsync(this Portal portal, Guid subject) =>
        portal.InDbAsync(db =>
            db.AuditEvents.AsNoTracking()
                .Where(e => e.SubjectId == subject)
                .OrderBy(e => e.Id)
                .ToListAsync(TestContext.Current.CancellationToken)
        );

    public static Task<List<AuditEvent>> TrailAsync(this Portal portal, OrganisationId organisation) =>
        portal.TrailAsync(organisation.Value);

    /// <summary>The last thing it tells, which is to be this: by whom, for which organisation, in which role and why.</summary>
    public static async Task<JsonNode> AssertToldAsync(
        this Portal portal,
        OrganisationId subject,
        string @event,
        SomePerson by,
        Role? role,
        string? reason = null,
        OrganisationId? actingFor = null
    )
    {
        var told = (await portal.TrailAsync(subject))[^1];
        Assert.Equal(
            (@event, by.Id, actingFor ?? by.Organisation, role, reason),
            (told.Name, told.PersonId, told.OrganisationId, told.Role, told.Reason)
        );
        return JsonNode.Parse(told.Text())!;
    }
}
