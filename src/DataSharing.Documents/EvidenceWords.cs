using System.Globalization;
using DataSharing.Domain.Agreements.Evidence;

namespace DataSharing.Documents;

/// <summary>Evidence in the words of its users.</summary>
public static class EvidenceWords
{
    public static string InWords(this EvidenceKind kind) =>
        kind switch
        {
            EvidenceKind.DPIA => "Data protection impact assessment",
            EvidenceKind.APD => "Appropriate policy document",
            EvidenceKind.LIA => "Legitimate interests assessment",
            EvidenceKind.TRA => "Transfer risk assessment",
            EvidenceKind.LegalAdvice => "Legal advice",
            EvidenceKind.CAG => "Section 251 support (Confidentiality Advisory Group)",
            EvidenceKind.REC => "Research ethics opinion",
            EvidenceKind.Accreditation => "Accreditation",
            EvidenceKind.Certificate => "Certificate",
            EvidenceKind.Contract => "Contract",
            EvidenceKind.Request => "Request",
            EvidenceKind.ConfidentialityDeclaration => "Confidentiality declaration",
            EvidenceKind.TermsOfReference => "Terms of reference",
            EvidenceKind.EmailApproval => "Approval by e-mail",
            EvidenceKind.Other => "Something else",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    public static string InWords(this EvidenceVisibility visibility) =>
        visibility switch
        {
            EvidenceVisibility.AllParties => "Everybody who may read the agreement",
            EvidenceVisibility.OwnOrganisation => "Only my organisation and its auditors",
            _ => throw new ArgumentOutOfRangeException(nameof(visibility), visibility, null),
        };

    /// <summary>"Expires in 12 days, on 13 September 2026".</summary>
    public static string InWords(this EvidenceValidity validity, EvidenceItem item, DateOnly today) =>
        validity switch
        {
            EvidenceValidity.Expired => $"Expired on {Day(item.ValidTo)}",
            EvidenceValidity.NotYetValid => $"Not valid before {Day(item.ValidFrom)}",
            EvidenceValidity.ExpiresSoon => $"Expires {InDays(item.ValidTo!.Value.DayNumber - today.DayNumber)}, on {Day(item.ValidTo)}",
            _ => item.ValidTo is null ? "No end date" : $"Valid until {Day(item.ValidTo)}",
        };

    /// <param name="bytes">1 KB is 1,024 of them.</param>
    public static string SizeInWords(int bytes) =>
        bytes < 1024 * 1024
            ? string.Create(CultureInfo.CurrentCulture, $"{Math.Max(1, bytes / 1024)} KB")
            : string.Create(CultureInfo.CurrentCulture, $"{bytes / 1024d / 1024d:0.0} MB");

    private static string InDays(int days) =>
        days switch
        {
            0 => "today",
            1 => "tomorrow",
            _ => $"in {days} days",
        };

    private static string Day(DateOnly? day) => $"{day:d MMMM yyyy}";
}
