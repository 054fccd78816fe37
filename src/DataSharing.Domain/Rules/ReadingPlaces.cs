using System.Globalization;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;

namespace DataSharing.Domain.Rules;

/// <summary>Where things stand in the agreement, with the words that messages use about them.</summary>
public sealed partial class Reading
{
    private const int LongestQuotation = 80;

    internal static Place At(Party party, string member) => new($"/parties/{party.Id}/{member}", ("org", NameOf(party)));

    internal static Place At(Purpose purpose, string member) => new($"/purposes/{purpose.Id}/{member}", ("purpose", NameOf(purpose)));

    internal static Place At(Dataset ds, string member) => new($"/datasets/{ds.Id}/{member}");

    internal static Place At(Dataset ds, DataField field) => At(ds, $"fields/{field.Id}");

    internal static Place At(Dataset ds, DataField field, string member) => new($"/datasets/{ds.Id}/fields/{field.Id}/{member}");

    internal static Place At(Flow flow, string member) => new($"/flows/{flow.Id}/{member}");

    internal Place At(LegalLine line, string member) =>
        new(
            $"/legalLines/{line.Id}/{member}",
            ("org", NameOf(Party(line.Party))),
            ("activity", NameOf(line.Activity)),
            ("purpose", NameOf(Purpose(line.Purpose)))
        );

    internal Place At(LegalLine line, GatewayCitation citation, Gateway gateway) =>
        At(line, $"gateways/{citation.Id}").Naming("gateway", $"{gateway.Name} ({gateway.Code})") with
        {
            Law = [gateway.Citation],
        };

    internal static string InWords(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    internal static string NameOf(Party? party) => party?.Name ?? party?.Id ?? "An organisation that is not named";

    /// <summary>Of one whom a flow names and who is no party.</summary>
    internal string NameOfRecipient(string? id) =>
        new[] { Content.ConditionalRecipients, Content.ProhibitedRecipients }
            .SelectMany(list => list)
            .FirstOrDefault(recipient => recipient.Id == id)
            ?.Name
        ?? id
        ?? "An organisation that is not named";

    internal static string NameOf(Activity? activity) =>
        activity switch
        {
            Activity.Disclose => "disclosing data",
            Activity.ReceiveAndUse => "receiving and using data",
            Activity.JointProcessing => "processing data jointly",
            _ => "an activity that is not named",
        };

    internal static string NameOf(Purpose? purpose) =>
        (purpose?.Description ?? purpose?.Id ?? "a purpose that is not named") switch
        {
            { Length: > LongestQuotation } text => text[..(LongestQuotation - 1)].TrimEnd() + "…",
            var text => text,
        };
}
