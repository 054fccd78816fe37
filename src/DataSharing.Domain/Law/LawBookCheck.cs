using System.Text.RegularExpressions;
using DataSharing.Domain.Agreements.Content;

namespace DataSharing.Domain.Law;

/// <summary>What a well-formed file may still get wrong as a law book.</summary>
internal static partial class LawBookCheck
{
    private const string Legislation = "https://www.legislation.gov.uk/";
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly string[] Bars = [.. Enum.GetNames<StatutoryBar>().Where(bar => bar != nameof(StatutoryBar.None))];

    public static IEnumerable<string> Problems(LawBook.Text book) =>
    [
        .. OfBook(book),
        .. Repeated(book.Entries.Select(e => e.Code)).Select(code => $"The code {code} occurs more than once."),
        .. Repeated(book.AdequateCountries.Select(c => c.Country)).Select(country => $"The country {country} occurs more than once."),
        .. book.Entries.SelectMany(entry => OfEntry(entry, book).Select(problem => $"{entry.Code}: {problem}")),
        .. book.AdequateCountries.SelectMany(country => OfCountry(country).Select(problem => $"{country.Country}: {problem}"))
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

    private static IEnumerable<string> OfEntry(LawEntry entry, LawBook.Text book)
    {
        if (Blank(entry.Code, entry.Name, entry.Explanation, entry.Citation, entry.WhoMayUse) || entry.Evidence.Count == 0 || entry.Evidence.Any(string.IsNullOrWhiteSpace))
        {
            yield return "code, name, explanation, citation, who may use it and evidence must be filled in.";
        }

        if (SecondSentence().IsMatch(entry.Explanation))
        {
            yield return "the explanation must be one sentence.";
        }

        if (Elsewhere(entry.Url))
        {
            yield return "the address must be on legislation.gov.uk.";
        }

        if (entry.ValidFrom < Earliest || entry.ValidTo < Earliest || entry.ValidTo < entry.ValidFrom)
        {
            yield return "the dates do not make sense.";
        }

        if (entry is { Status: LegalStatus.Repealed or LegalStatus.Lapsed, ValidTo: null })
        {
            yield return "a provision that is repealed or has lapsed needs its last day (valid to), for it was the law until then.";
        }

        if (entry.Status == LegalStatus.Unverified && string.IsNullOrWhiteSpace(entry.Unverified))
        {
            yield return "an unverified entry must say why.";
        }

        foreach (var problem in entry switch
        {
            Gateway gateway => OfGateway(gateway),
            SpecialCategoryCondition condition => Unknown(condition.Schedule1AnyOf, book),
            Schedule1Paragraph condition => OfSchedule1(condition),
            _ => []
        })
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> OfGateway(Gateway gateway)
    {
        if (gateway.Types.Count == 0 || gateway.Extent.Count == 0)
        {
            yield return "a gateway has a type and an extent.";
        }

        if (gateway.AllowedPurposeCodes is [])
        {
            yield return "the purposes it is limited to are none: leave the list out if it is limited to no purposes.";
        }

        foreach (var bar in gateway.LiftsBars.Except(Bars))
        {
            yield return $"{bar} is no statutory bar.";
        }

        foreach (var person in gateway.SpecifiedPersons)
        {
            if (!SpecifiedPerson.IsWritten(person.Organisation))
            {
                yield return $"{person.Organisation} is not written as scheme:value, or as scheme:beginning* for every identifier that begins so.";
            }

            if (person.PurposeCode is { } purpose && gateway.AllowedPurposeCodes?.Contains(purpose) is not true)
            {
                yield return $"{person.Name} is specified for {purpose}, which the gateway does not cover.";
            }

            if (person.ValidTo < person.ValidFrom)
            {
                yield return $"the dates of {person.Name} do not make sense.";
            }
        }
    }

    private static IEnumerable<string> Unknown(IEnumerable<string> conditions, LawBook.Text book) => conditions
        .Where(code => !book.Entries.Any(e => e is Schedule1Paragraph && e.Code == code))
        .Select(code => $"it names {code}, which is not in the book.");

    private static IEnumerable<string> OfSchedule1(Schedule1Paragraph condition)
    {
        if (condition.Part is < 1 or > 3)
        {
            yield return "Schedule 1 has parts 1 to 3 with conditions.";
        }

        if (condition.ReasonForNoConsent is ReasonForNoConsent.Always or ReasonForNoConsent.WhenTriggered != condition.AllowedNoConsentReasons.Count > 0)
        {
            yield return "reasons for not using consent are listed where, and only where, the paragraph asks for one.";
        }

        foreach (var reason in condition.AllowedNoConsentReasons.Except(Schedule1Paragraph.NoConsentReasons))
        {
            yield return $"{reason} is no reason for not using consent.";
        }

        if (condition.ReasonForNoConsent is ReasonForNoConsent.WhenTriggered && string.IsNullOrWhiteSpace(condition.NoConsentTrigger))
        {
            yield return "it must say when a reason for not using consent is needed.";
        }

        if (condition.PolicyDocument is PolicyDocumentNeed.NeededUnlessExcepted && string.IsNullOrWhiteSpace(condition.PolicyDocumentException))
        {
            yield return "it must say what is excepted from the policy document.";
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
