using System.Text.RegularExpressions;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Law;

/// <summary>What a well-formed file may still get wrong as a law book.</summary>
internal static partial class LawBookCheck
{
    private const string Legislation = "https://www.legislation.gov.uk/";
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly string[] Bars = [.. Enum.GetNames<StatutoryBar>().Where(bar => bar != nameof(StatutoryBar.None))];

    public static IEnumerable<LawProblem> Problems(LawBook.Text book) =>
        [
            .. OfBook(book).Select(problem => new LawProblem(null, problem)),
            .. Repeated(book.Entries.Select(e => e.Code)).Select(code => new LawProblem(null, $"The code {code} occurs more than once.")),
            .. Repeated(book.AdequateCountries.Select(c => c.Country))
                .Select(country => new LawProblem(null, $"The country {country} occurs more than once.")),
            .. book.Entries.SelectMany(entry => OfEntry(entry, book).Select(problem => problem with { Code = entry.Code })),
            .. book.AdequateCountries.SelectMany(country => OfCountry(country).Select(problem => new LawProblem(country.Country, problem))),
        ];

    private static IEnumerable<string> OfBook(LawBook.Text book)
    {
        if (book.Number < 1)
        {
            yield return "A book has a number from 1.";
        }

        if (book.Entries.Count == 0)
        {
            yield return "A book has entries.";
        }
    }

    private static IEnumerable<LawProblem> OfEntry(LawEntry entry, LawBook.Text book)
    {
        if (Empty(entry).ToArray() is { Length: > 0 } empty)
        {
            yield return Problem("code, name, explanation, citation, who may use it and evidence must be filled in.", empty);
        }

        if (SecondSentence().IsMatch(entry.Explanation))
        {
            yield return Problem("the explanation must be one sentence.", "explanation");
        }

        if (Elsewhere(entry.Url))
        {
            yield return Problem("the address must be on legislation.gov.uk.", "url");
        }

        if (entry.ValidFrom < Earliest || entry.ValidTo < Earliest || entry.ValidTo < entry.ValidFrom)
        {
            yield return entry.ValidFrom < Earliest
                ? Problem("the dates do not make sense.", "validFrom")
                : Problem("the dates do not make sense.", "validTo", "validFrom");
        }

        if (entry is { Status: LegalStatus.Repealed or LegalStatus.Lapsed, ValidTo: null })
        {
            yield return Problem(
                "a provision that is repealed or has lapsed needs its last day (valid to), for it was the law until then.",
                "validTo",
                "status"
            );
        }

        if (entry.Status == LegalStatus.Unverified && string.IsNullOrWhiteSpace(entry.Unverified))
        {
            yield return Problem("an unverified entry must say why.", "unverified", "status");
        }

        foreach (
            var problem in entry switch
            {
                Gateway gateway => OfGateway(gateway),
                SpecialCategoryCondition condition => Unknown(condition.Schedule1AnyOf, book),
                Schedule1Paragraph condition => OfSchedule1(condition),
                Exemption { Exempts.Count: 0 } => [Problem("an exemption says from what.", "exempts")],
                _ => [],
            }
        )
        {
            yield return problem;
        }
    }

    private static IEnumerable<LawProblem> OfGateway(Gateway gateway)
    {
        if (gateway.Types.Count == 0 || gateway.Extent.Count == 0)
        {
            yield return Problem("a gateway has a type and an extent.", gateway.Types.Count == 0 ? "types" : "extent");
        }

        if (gateway.AllowedPurposeCodes is [])
        {
            yield return Problem(
                "the purposes it is limited to are none: leave the list out if it is limited to no purposes.",
                "allowedPurposeCodes"
            );
        }

        foreach (var bar in gateway.LiftsBars.Except(Bars))
        {
            yield return Problem($"{bar} is no statutory bar.", "liftsBars");
        }

        foreach (var problem in OfUsers(gateway).Concat(OfConfidence(gateway)))
        {
            yield return problem;
        }

        foreach (var person in gateway.SpecifiedPersons)
        {
            if (!SpecifiedPerson.IsWritten(person.Organisation))
            {
                yield return Problem(
                    $"{person.Organisation} is not written as scheme:value, or as scheme:beginning* for every identifier that begins so.",
                    "specifiedPersons"
                );
            }

            if (person.PurposeCode is { } purpose && gateway.AllowedPurposeCodes?.Contains(purpose) is not true)
            {
                yield return Problem(
                    $"{person.Name} is specified for {purpose}, which the gateway does not cover.",
                    "specifiedPersons",
                    "allowedPurposeCodes"
                );
            }

            if (person.ValidTo < person.ValidFrom)
            {
                yield return Problem($"the dates of {person.Name} do not make sense.", "specifiedPersons");
            }
        }
    }

    private static IEnumerable<LawProblem> OfUsers(Gateway gateway)
    {
        if (gateway.OpenTo.Count > 0 && gateway.Senders.Count + gateway.Recipients.Count > 0)
        {
            yield return Problem(
                "who may use it is said side by side (senders, recipients) or for both sides together, not both.",
                "openTo"
            );
        }

        foreach (
            var partial in gateway.ListIncompleteFor.Where(partial =>
                partial != Gateway.Everything
                && !Enum.TryParse<Nation>(partial, out _)
                && gateway.AllowedPurposeCodes?.Contains(partial) is not true
            )
        )
        {
            yield return Problem(
                $"“{partial}” is none of its purposes, no nation, and not {Gateway.Everything} for everything.",
                "listIncompleteFor",
                "allowedPurposeCodes"
            );
        }
    }

    private static IEnumerable<LawProblem> OfConfidence(Gateway gateway)
    {
        if (gateway.SetsConfidenceAside is ConfidenceEffect.OnlyWith != gateway.ConfidenceCondition is not null)
        {
            yield return Problem(
                "the condition is named where, and only where, it sets confidence aside on a condition.",
                "confidenceCondition",
                "setsConfidenceAside"
            );
        }

        if (gateway.NeedsReference is not null && Blank(gateway.NeedsReference))
        {
            yield return Problem("say what the citation must hold, or leave it out.", "needsReference");
        }
    }

    private static IEnumerable<LawProblem> Unknown(IEnumerable<string> conditions, LawBook.Text book) =>
        conditions
            .Where(code => !book.Entries.Any(e => e is Schedule1Paragraph && e.Code == code))
            .Select(code => Problem($"it names {code}, which is not in the book.", "schedule1AnyOf"));

    private static IEnumerable<LawProblem> OfSchedule1(Schedule1Paragraph condition)
    {
        if (condition.Part is < 1 or > 3)
        {
            yield return Problem("Schedule 1 has parts 1 to 3 with conditions.", "part");
        }

        if (
            condition.ReasonForNoConsent is ReasonForNoConsent.Always or ReasonForNoConsent.WhenTriggered
            != condition.AllowedNoConsentReasons.Count > 0
        )
        {
            yield return Problem(
                "reasons for not using consent are listed where, and only where, the paragraph asks for one.",
                "allowedNoConsentReasons",
                "reasonForNoConsent"
            );
        }

        foreach (var reason in condition.AllowedNoConsentReasons.Except(Schedule1Paragraph.NoConsentReasons))
        {
            yield return Problem($"{reason} is no reason for not using consent.", "allowedNoConsentReasons");
        }

        if (condition.ReasonForNoConsent is ReasonForNoConsent.WhenTriggered && string.IsNullOrWhiteSpace(condition.NoConsentTrigger))
        {
            yield return Problem("it must say when a reason for not using consent is needed.", "noConsentTrigger", "reasonForNoConsent");
        }

        if (
            condition.PolicyDocument is PolicyDocumentNeed.NeededUnlessExcepted
            && string.IsNullOrWhiteSpace(condition.PolicyDocumentException)
        )
        {
            yield return Problem("it must say what is excepted from the policy document.", "policyDocumentException", "policyDocument");
        }
    }

    private static IEnumerable<string> OfCountry(AdequateCountry country)
    {
        if (country.Country is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] || Blank(country.Name, country.Citation))
        {
            yield return "a country has a two-letter code, a name and a citation.";
        }

        if (Elsewhere(country.Url))
        {
            yield return "the address must be on legislation.gov.uk.";
        }

        if (country.ValidFrom < Earliest || country.ValidTo < country.ValidFrom)
        {
            yield return "the dates do not make sense.";
        }
    }

    private static IEnumerable<string> Empty(LawEntry entry) =>
        new (string Member, bool IsEmpty)[]
        {
            ("code", Blank(entry.Code)),
            ("name", Blank(entry.Name)),
            ("explanation", Blank(entry.Explanation)),
            ("citation", Blank(entry.Citation)),
            ("whoMayUse", Blank(entry.WhoMayUse)),
            ("evidence", entry.Evidence.Count == 0 || entry.Evidence.Any(string.IsNullOrWhiteSpace)),
        }
            .Where(member => member.IsEmpty)
            .Select(member => member.Member);

    /// <summary>Whose it is, the caller says.</summary>
    private static LawProblem Problem(string message, params string[] members) => new(null, message, members);

    private static bool Elsewhere(string? url) => url is not null && !url.StartsWith(Legislation, StringComparison.Ordinal);

    private static IEnumerable<string> Repeated(IEnumerable<string> codes) =>
        codes.GroupBy(code => code).Where(group => group.Count() > 1).Select(group => group.Key);

    private static bool Blank(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return true;
            }
        }

        return false;
    }

    // A stop, perhaps a closing quotation mark or bracket, and a word in capitals: "e.g. a school" and "Art. 6" are no ends.
    [GeneratedRegex(@"[.!?][""'”’)]*\s+[""'“‘(]*\p{Lu}")]
    private static partial Regex SecondSentence();
}
