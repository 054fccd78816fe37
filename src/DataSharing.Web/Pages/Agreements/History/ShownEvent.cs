using DataSharing.Documents.History;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Persistence.Audit;

namespace DataSharing.Web.Pages.Agreements.History;

/// <summary>Something that happened to an agreement, as the partial view <c>_Event</c> tells it.</summary>
/// <param name="VersionLabel">Null where it is about the agreement as a whole.</param>
public sealed record ShownEvent(AuditEvent Event, Names Names, VersionLabel? VersionLabel)
{
    public Told Told { get; } = HistoryWords.Of(Event.Happened);

    public string Hash => Event.ContentHash is { } bytes ? ContentHash.Parse(Convert.ToHexStringLower(bytes)).Abbreviated : "";
}
