using System.Text.RegularExpressions;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>The agreement as a whole: where it applies, who leads it, what it takes from a protocol, how it is signed.</summary>
internal static partial class ScopeRules
{
    /// <summary>The first letter of a code of the Office for National Statistics; K and J stand for several nations at once.</summary>
    private static readonly Dictionary<char, Nation> NationOf = new()
    {
        ['E'] = Nation.England,
        ['W'] = Nation.Wales,
        ['S'] = Nation.Scotland,
        ['N'] = Nation.NI,
    };

    public static IEnumerable<Rule> All { get; } =
    [
        Error("DSA-145")
            .Policy("ONS coding and naming policy for UK statistical geographies")
            .ForEach(a => a.Content.Areas)
            .When(area => !AreaCode().IsMatch(area))
            .At((_, area) => new Place("/areas", ("area", area)) { About = area })
            .Says("“{area}” is no area code. One has a letter and eight digits, for example E08000034 for Kirklees."),
        Error("DSA-145")
            .Policy("ONS coding and naming policy for UK statistical geographies")
            .ForEach(a => a.Content.Areas.Where(area => AreaCode().IsMatch(area)))
            .When((a, area) => a.Content.Jurisdictions.Count > 0 && NationOf.TryGetValue(area[0], out var nation) && !AppliesIn(a, nation))
            .At((_, area) => new Place("/areas", ("area", area), ("nation", InWords(NationOf[area[0]]))) { About = area })
            .Says("{area} is in {nation}, where the agreement does not apply. Add the nation, or take the area out."),
        Warning("DSA-146")
            .Policy()
            .When(a => a.Party(a.Content.LeadParty) is { } lead && !a.IsController(lead))
            .At((a, _) => new Place("/leadParty", ("org", NameOf(a.Party(a.Content.LeadParty)))))
            .Says("{org} leads, and is no controller here. Choose a controller, or say why it leads."),
        Error("DSA-147")
            .Policy()
            .When(a => a.Content.Inherits.Count > 0 && Missing(a.Content.ParentAgreement))
            .At("/parentAgreement")
            .Says("Sections are taken from a protocol: say which one, by its reference."),
        Error("DSA-147")
            .Policy()
            .When(a => a.Content.ParentHash is { } hash && !Fingerprint().IsMatch(hash.Trim()))
            .At("/parentHash")
            .Says("This is no fingerprint: it has 64 characters, digits and the letters a to f. Copy it from the signed protocol."),
        Warning("DSA-148")
            .Code("Law of Property (Miscellaneous Provisions) Act 1989 s1", "Companies Act 2006 s44")
            .When(a => a.Content.Execution is { AsDeed: true } execution && Missing(execution.Witnesses))
            .At("/execution/witnesses")
            .Says("A deed needs a witness, or another way to execute it. Say who witnesses, or how it is executed."),
        Warning("DSA-149")
            .Policy()
            .ForEach(a => a.Content.ExpectedOutputs)
            .When((a, output) => output.DueOn < a.Content.StartDate || output.DueOn > a.Content.EndDate)
            .At((_, output) => new Place($"/expectedOutputs/{output.Id}/dueOn", ("result", output.Name ?? output.Id)))
            .Says("“{result}” is due before the sharing starts or after it ends. Change the day, or say why."),
    ];

    private static bool AppliesIn(Reading a, Nation nation) =>
        a.Content.Jurisdictions.Any(jurisdiction => Law.Nations.Expand(jurisdiction.ToString()).Contains(nation));

    private static string InWords(Nation nation) => nation is Nation.NI ? "Northern Ireland" : nation.ToString();

    [GeneratedRegex(@"\A[EWSNKJ][0-9]{8}\z", RegexOptions.CultureInvariant)]
    private static partial Regex AreaCode();

    [GeneratedRegex(@"\A[0-9a-fA-F]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Fingerprint();
}
