using DataSharing.Domain.Content;
using DataSharing.Domain.Law;

namespace DataSharing.Web.Pages.Law;

/// <summary>The book's codes in plain words. A code of a later book that is not known here is shown as it is.</summary>
public static class LawWording
{
    public static string InWords(this GatewayType type) =>
        type switch
        {
            GatewayType.Power => "A power: it may be shared.",
            GatewayType.Duty => "A duty: it must be shared.",
            GatewayType.Bar => "A bar: it may not be shared, save as the law says. A bar alone is not a power.",
            _ => "An implied power: the law does not say so, but a function cannot be carried out otherwise.",
        };

    public static string InWords(this ConfidenceEffect effect) =>
        effect switch
        {
            ConfidenceEffect.Yes => "Yes: it says that sharing by it breaks no confidence.",
            ConfidenceEffect.Duty => "Yes: it is a duty to disclose, to which confidence yields.",
            ConfidenceEffect.No => "No: confidence needs an answer of its own.",
            _ => "Only on a condition.",
        };

    public static string InWords(this ConfidenceCondition condition) =>
        condition switch
        {
            ConfidenceCondition.Reference => "The order, request or paragraph is cited.",
            ConfidenceCondition.LegalAdvice => "Legal advice confirms it.",
            ConfidenceCondition.CagSupport => "There is section 251 support.",
            _ => "The person has agreed; the route through confidence is then consent.",
        };

    public static string InWords(this ExemptedRight right) =>
        right switch
        {
            ExemptedRight.Information => "Telling people",
            ExemptedRight.Access => "Giving people a copy of their data",
            _ => "People’s other rights",
        };

    public static string InWords(this DataExclusion data) =>
        data switch
        {
            DataExclusion.PatientInformation => "Patient information",
            DataExclusion.PatientInformationOfOthers => "Patient information, unless a health body sends it",
            DataExclusion.HeldForHealthOrAdultCare => "Information held for health services or adult social care",
            DataExclusion.PersonalData => "Personal data",
            _ => "Special category data",
        };

    public static string InWords(this TransferRoute route) =>
        route switch
        {
            TransferRoute.None => "No transfer: nothing leaves the country.",
            TransferRoute.Adequacy => "The country is approved by regulations.",
            TransferRoute.Safeguard => "A safeguard that the exporter provides.",
            _ => "An exception for a special case.",
        };

    public static string InWords(this ReuseOfConsentedData reuse) =>
        reuse switch
        {
            ReuseOfConsentedData.Allowed => "May be used in this way.",
            ReuseOfConsentedData.OnlyIfConsentCannotBeExpected =>
                "Only where the controller cannot reasonably be expected to ask for consent again (UK GDPR Article 8A(4)).",
            _ => "May not be used in this way (UK GDPR Article 8A(4)).",
        };

    public static string InWords(this SpecifiedSide side) =>
        side switch
        {
            SpecifiedSide.Sender => "May send",
            SpecifiedSide.Recipient => "May receive",
            _ => "May send and receive",
        };

    public static string InWords(this IReadOnlyList<Nation> extent)
    {
        if (Nations.All.All(extent.Contains))
        {
            return "The whole United Kingdom";
        }

        string[] names = [.. extent.Select(nation => nation is Nation.NI ? "Northern Ireland" : nation.ToString())];
        return names is [.. var first, var last] && first.Length > 0 ? $"{string.Join(", ", first)} and {last}" : names[0];
    }

    public static string ReasonForNoConsent(string code) =>
        code switch
        {
            "CannotConsent" => "The person cannot consent",
            "NotReasonableToObtain" => "It is not reasonable to ask for consent",
            "WouldPrejudice" => "Asking for consent would defeat the purpose",
            "UnreasonablyWithheld" => "Consent is unreasonably withheld, and the interests of another individual are at stake",
            _ => code,
        };

    public static string Bar(string code) =>
        code == nameof(StatutoryBar.Other) ? "Other bars on disclosure"
        : Enum.TryParse<StatutoryBar>(code, out var bar) ? CodeLabels.Of(bar)
        : code;
}
