using System.Text.RegularExpressions;

namespace DataSharing.Domain.Law;

/// <summary>How a code is written, and which codes are of which kind, so that whoever reads one in an agreement knows what it is.</summary>
public static partial class LawCode
{
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        [nameof(LawfulBasis)] = "A6-",
        [nameof(RecognisedInterest)] = "RLI-",
        [nameof(CompatibilityRoute)] = "PL-",
        [nameof(SpecialCategoryCondition)] = "A9-",
        [nameof(Schedule1Paragraph)] = "S1-",
        [nameof(OffenceDataBasis)] = "A10-",
        [nameof(LawEnforcementBasis)] = "P3-",
        [nameof(Schedule8Condition)] = "S8-",
        [nameof(ConfidentialityRoute)] = "CLDC-",
        [nameof(Gateway)] = "GW-",
        [nameof(TransferMechanism)] = "TR-",
        [nameof(Exemption)] = "EX-",
    };

    /// <summary>The kinds of entry, by their names in the file.</summary>
    public static IReadOnlyCollection<string> Kinds => Prefixes.Keys;

    /// <summary>What is wrong with a new code, or null.</summary>
    /// <param name="kind">The kind of entry, by its name in the file.</param>
    public static string? Objection(string code, string kind) =>
        !Shape().IsMatch(code) ? "The code must be capital letters and digits in groups parted by hyphens, like GW-DEA35"
        : !code.StartsWith(Prefixes[kind], StringComparison.Ordinal)
            ? $"The code must begin with {Prefixes[kind]}, as the others of its kind do"
        : null;

    [GeneratedRegex(@"\A[A-Z][A-Z0-9]{0,9}(-[A-Z0-9]{1,12}){1,4}\z")]
    private static partial Regex Shape();
}
