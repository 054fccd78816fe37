using System.Globalization;
using DataSharing.Domain.Content;
using DataSharing.Domain.Organisations;

namespace DataSharing.Domain.Rules;

/// <summary>One setting of the policy, as people read and change it.</summary>
/// <param name="Name">Of the member, as in the file.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Unit">What its number counts; null for a list of texts.</param>
/// <param name="Meaning">What the rules do with it.</param>
/// <param name="Rules">The rules that read it.</param>
public sealed record PolicySetting(string Name, string Label, string? Unit, string Meaning, params IReadOnlyList<string> Rules)
{
    private const int ShortestPhrase = 4;

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<PolicySetting> All { get; } =
    [
        Number(
            "largeScale",
            "Large scale",
            "people",
            1,
            1_000_000_000,
            p => p.LargeScale,
            (p, n) => p with { LargeScale = n },
            "A dataset about this many people or more counts as large. No law gives a number.",
            "DSA-071",
            "DSA-073",
            "DSA-084",
            "DSA-095",
            "DSA-106"
        ),
        Number(
            "reviewWithinMonths",
            "Review within",
            "months",
            1,
            120,
            p => p.ReviewWithinMonths,
            (p, n) => p with { ReviewWithinMonths = (int)n },
            "The first review comes at most this long after the start.",
            "DSA-095"
        ),
        Number(
            "reviewWithinMonthsIfHighRisk",
            "Review within, if the risk is high",
            "months",
            1,
            120,
            p => p.ReviewWithinMonthsIfHighRisk,
            (p, n) => p with { ReviewWithinMonthsIfHighRisk = (int)n },
            "The same for an agreement of high risk, or with sensitive data on a large scale. It is never longer than “Review within”.",
            "DSA-095"
        ),
        Number(
            "longestYears",
            "Longest agreement",
            "years",
            1,
            50,
            p => p.LongestYears,
            (p, n) => p with { LongestYears = (int)n },
            "An agreement ends at most this long after its start.",
            "DSA-095"
        ),
        Number(
            "longRetentionYears",
            "Long retention",
            "years",
            1,
            100,
            p => p.LongRetentionYears,
            (p, n) => p with { LongRetentionYears = (int)n },
            "Keeping data for longer than this asks for a reason.",
            "DSA-091"
        ),
        Number(
            "evidenceWarningDays",
            "Warn of evidence that expires within",
            "days",
            1,
            365,
            p => p.EvidenceWarningDays,
            (p, n) => p with { EvidenceWarningDays = (int)n },
            "Evidence that is renewed every year is warned about this long before it runs out. Lists of evidence mark it from then on.",
            "DSA-101"
        ),
        Number(
            "privacyNoticeMonths",
            "Look through a privacy notice every",
            "months",
            1,
            120,
            p => p.PrivacyNoticeMonths,
            (p, n) => p with { PrivacyNoticeMonths = (int)n },
            "A notice that nobody has read through for longer than this is out of date.",
            "DSA-079"
        ),
        Number(
            "tellPartnersWithinHours",
            "Tell partners of a breach within",
            "hours",
            1,
            48,
            p => p.TellPartnersWithinHours,
            (p, n) => p with { TellPartnersWithinHours = (int)n },
            "The regulator is told within 72 hours (UK GDPR Article 33), so partners must know well before.",
            "DSA-094"
        ),
        Number(
            "shortestPurpose",
            "Shortest purpose",
            "characters",
            1,
            2000,
            p => p.ShortestPurpose,
            (p, n) => p with { ShortestPurpose = (int)n },
            "A description of a purpose that is shorter than this does not explain it.",
            "DSA-011"
        ),
        Number(
            "laySummaryWords",
            "Longest lay summary",
            "words",
            50,
            5000,
            p => p.LaySummaryWords,
            (p, n) => p with { LaySummaryWords = (int)n },
            "Few people read a longer one.",
            "DSA-080"
        ),
        Number(
            "laySummaryReadingAge",
            "Reading age of the lay summary",
            "years",
            7,
            25,
            p => p.LaySummaryReadingAge,
            (p, n) => p with { LaySummaryReadingAge = (int)n },
            "A summary that only older readers understand is too hard.",
            "DSA-080"
        ),
        Number(
            "smallestGroup",
            "Smallest group in anonymous data",
            "records",
            2,
            1000,
            p => p.SmallestGroup,
            (p, n) => p with { SmallestGroup = (int)n },
            "Where fewer records than this look alike, a person can be recognised.",
            "DSA-064"
        ),
        Number(
            "workingDaysToDecide",
            "Decide a stage within",
            "working days",
            1,
            250,
            p => p.WorkingDaysToDecide,
            (p, n) => p with { WorkingDaysToDecide = (int)n },
            "How long those who approve or advise have, from the day on which the stage opens. "
                + "Stages that are open keep the days they began with."
        ),
        Number(
            "workingDaysToSign",
            "Sign within",
            "working days",
            1,
            250,
            p => p.WorkingDaysToSign,
            (p, n) => p with { WorkingDaysToSign = (int)n },
            "How long those who sign have, from the day on which they are asked."
        ),
        Texts(
            "vaguePhrases",
            "Vague phrases",
            p => p.VaguePhrases,
            (p, texts) => p with { VaguePhrases = [.. texts] },
            "A purpose that uses one of these phrases reads as open-ended.",
            "DSA-012"
        ),
        Texts(
            "vagueRetention",
            "Periods that fix nothing",
            p => p.VagueRetention,
            (p, texts) => p with { VagueRetention = [.. texts] },
            "Where the period of retention says one of these and nothing else, it counts as missing.",
            "DSA-090"
        ),
        Texts(
            "sensitiveWords",
            "Words of special category data",
            p => p.SensitiveWords,
            (p, texts) => p with { SensitiveWords = [.. texts] },
            "A field with a word that begins so reads like special category data.",
            "DSA-123"
        ),
        Texts(
            "offenceWords",
            "Words of criminal offence data",
            p => p.OffenceWords,
            (p, texts) => p with { OffenceWords = [.. texts] },
            "A field with a word that begins so reads like criminal offence data.",
            "DSA-123"
        ),
        Texts(
            "barHolders",
            "Organisations whose data is under a statutory bar",
            p => p.BarHolders,
            (p, texts) => p with { BarHolders = [.. texts] },
            "What they know of people is protected by law, whatever a draft says. "
                + "Each is written as the bar and the organisation, such as HMRC GOVUK-SLUG:hm-revenue-customs.",
            "DSA-058",
            "DSA-122",
            "DSA-124"
        ),
        Number(
            "digitalAge",
            "Age of consent to an online service",
            "years",
            13,
            16,
            p => p.DigitalAge,
            (p, n) => p with { DigitalAge = (int)n },
            "A younger child cannot consent to an online service alone (UK GDPR Article 8). Regulations may raise it to at most 16."
        ),
        Texts(
            "organisationsWithPanel",
            "Organisations with a data-access panel",
            p => p.OrganisationsWithPanel,
            (p, texts) => p with { OrganisationsWithPanel = [.. texts] },
            "Their data is released by a panel of their own, which is a stage of the approval. "
                + "Each is written as its register and its number there, such as GB-NHS:X26."
        ),
    ];

    private Func<Policy, IReadOnlyList<string>> Get { get; init; } = null!;

    private Func<Policy, IReadOnlyList<string>, Policy> Set { get; init; } = null!;

    private long Least { get; init; }

    private long Greatest { get; init; }

    /// <summary>What the policy says of it: one number, or the texts.</summary>
    public IReadOnlyList<string> In(Policy policy) => Get(policy);

    /// <summary>An answer as people read it: "10,000 people", or the texts.</summary>
    public string InWords(IReadOnlyList<string> answer) =>
        Unit is { } unit ? Quantity.InWords(long.Parse(answer[0], CultureInfo.InvariantCulture), unit)
        : answer.Count == 0 ? "None"
        : string.Join("; ", answer);

    /// <summary>The policy with another answer to this.</summary>
    /// <returns>What is wrong instead, if the answer is none.</returns>
    public (Policy Policy, string? Objection) Put(Policy policy, IReadOnlyList<string> answer) =>
        Objection(answer) is { } objection ? (policy, objection) : (Set(policy, answer), null);

    internal static IEnumerable<string> Objections(Policy policy)
    {
        if (policy.Number < 1)
        {
            yield return "A policy has a number from 1.";
        }

        string[] each = [.. All.Select(setting => setting.Objection(setting.In(policy))).OfType<string>()];
        foreach (var objection in each.Length > 0 ? each : Contradictions(policy).Select(contradiction => contradiction.Objection))
        {
            yield return objection;
        }
    }

    /// <summary>Answers that make no sense together, each beside the setting to put right.</summary>
    public static IEnumerable<(PolicySetting Setting, string Objection)> Contradictions(Policy policy)
    {
        if (policy.ReviewWithinMonthsIfHighRisk > policy.ReviewWithinMonths)
        {
            var setting = All.Single(setting => setting.Name == "reviewWithinMonthsIfHighRisk");
            yield return (
                setting,
                $"{setting.Label}: it may not be longer than “Review within”, "
                    + $"which is {Quantity.InWords(policy.ReviewWithinMonths, setting.Unit!)}"
            );
        }
    }

    private string? Objection(IReadOnlyList<string> answer) =>
        this switch
        {
            { Unit: { } unit } => answer is [var one]
            && long.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= Least
            && number <= Greatest
                ? null
                : string.Create(
                    CultureInfo.GetCultureInfo("en-GB"),
                    $"{Label}: give a whole number of {unit} from {Least:N0} to {Greatest:N0}"
                ),
            _ when answer.Any(text => text.Length is 0 or > 200) => $"{Label}: each line has 1 to 200 characters",
            _ when answer.Select(PlainText.Objection).OfType<string>().FirstOrDefault() is { } unseen => $"{Label}: {unseen}",
            { Name: "vaguePhrases" or "sensitiveWords" or "offenceWords" }
                when answer.FirstOrDefault(text => text.Length < ShortestPhrase || !text.Any(char.IsLetter)) is { } wrong =>
                $"{Label}: “{wrong}” is no phrase: write at least {ShortestPhrase} characters, with letters among them",
            { Name: "barHolders" } => answer.Select(BarHolderObjection).OfType<string>().FirstOrDefault() is { } wrong
                ? $"{Label}: {wrong}"
                : null,
            { Name: "organisationsWithPanel" } => answer.Select(IdentifierObjection).OfType<string>().FirstOrDefault() is { } wrong
                ? $"{Label}: {wrong}"
                : null,
            _ => null,
        };

    private static string? BarHolderObjection(string line) =>
        BarHolder.Read(line) is { } holder
            ? IdentifierObjection(holder.Organisation)
            : $"“{line}” does not begin with HMRC, DWP, Statistics, DEA or Other, and a space";

    private static string? IdentifierObjection(string text) =>
        text.Split(':') switch
        {
            not [{ Length: > 0 }, { Length: > 0 }] => $"“{text}” is not written as scheme:value",
            var parts when IdentifierScheme.Find(parts[0]) is null =>
                $"“{parts[0]}” is no register that the portal knows: write for example GB-NHS:X26",
            // What is held against parties has to be written as the register writes it.
            var parts when !IdentifierScheme.Find(parts[0])!.Accepts(parts[1]) =>
                $"“{parts[1]}” is no number of {parts[0]}: write for example {parts[0]}:{IdentifierScheme.Find(parts[0])!.Example}",
            _ => null,
        };

    private static PolicySetting Number(
        string name,
        string label,
        string unit,
        long least,
        long greatest,
        Func<Policy, long> get,
        Func<Policy, long, Policy> set,
        string meaning,
        params string[] rules
    ) =>
        new(name, label, unit, meaning, rules)
        {
            Get = policy => [get(policy).ToString(CultureInfo.InvariantCulture)],
            Set = (policy, answer) => set(policy, long.Parse(answer[0], CultureInfo.InvariantCulture)),
            Least = least,
            Greatest = greatest,
        };

    private static PolicySetting Texts(
        string name,
        string label,
        Func<Policy, IReadOnlyCollection<string>> get,
        Func<Policy, IReadOnlyList<string>, Policy> set,
        string meaning,
        params string[] rules
    ) => new(name, label, null, meaning, rules) { Get = policy => [.. get(policy)], Set = set };
}
