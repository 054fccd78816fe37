using System.Text.Json.Nodes;

namespace DataSharing.Domain.Content;

/// <summary>
/// The content with which a copy of an agreement begins: what was said, without its dates and without evidence, because evidence was made
/// for the agreement that it was given to.
/// </summary>
public static class AgreementCopy
{
    /// <summary>What a copy does not take along.</summary>
    public static IReadOnlyList<string> LeftBehind { get; } =
    [
        // Dates are of one agreement.
        "/startDate",
        "/endDate",
        "/reviewDate",
        "/effectiveFrom",
        "/renewalOf",
        "/emergency",
        "/parentHash",
        "/datasets/*/period",
        // Evidence, and what was found by looking at one sharing.
        "/parties/*/apd",
        "/parties/*/assurances",
        "/parties/*/art26",
        "/parties/*/art28",
        "/parties/*/authorisedSignatory",
        "/datasets/*/originatorConsentRef",
        "/legalLines/*/requestRef",
        "/legalLines/*/lia",
        "/legalLines/*/legalAdviceRef",
        "/legalLines/*/confidentiality/cag",
        "/flows/*/transfers/*/traRef",
        "/flows/*/transfers/*/conditionConfirmed",
        "/reid",
        "/dea",
        "/security/penTestDate",
        "/privacyNotices/*/lastReviewed",
        "/privacyNotices/*/namesThisSharing",
        "/ethics",
        "/atrsRef",
        "/engagement",
        "/benefits/*/measuredOn",
        "/benefits/*/evidenceUrl",
        "/expectedOutputs/*/dueOn",
        "/expectedOutputs/*/url",
        "/dpia",
        "/dpiaScreening",
    ];

    public static AgreementDocument Of(AgreementContent content)
    {
        var copy = AgreementJson.ToNode(content);
        foreach (var path in LeftBehind)
        {
            Remove(copy, path.Split('/', StringSplitOptions.RemoveEmptyEntries));
        }

        return AgreementDocument.Of(AgreementJson.Read(copy));
    }

    private static void Remove(JsonNode? node, string[] steps)
    {
        switch (node, steps)
        {
            case (JsonObject record, [var last]):
                record.Remove(last);
                break;

            case (JsonArray items, ["*", ..]):
                foreach (var item in items)
                {
                    Remove(item, steps[1..]);
                }

                break;

            case (JsonObject record, [var next, ..]):
                Remove(record[next], steps[1..]);
                break;
        }
    }
}
