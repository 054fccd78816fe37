using DataSharing.Documents.Paper;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;

namespace DataSharing.Web.Tests.Documents;

/// <summary>Documents without a portal.</summary>
internal static class Papers
{
    public const string Fingerprint = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    public static AgreementPaper OfDraft(AgreementContent content)
    {
        var drafter = new Actor(PersonId.New(), OrganisationId.New(), new HashSet<Role> { Role.IgOfficer });
        var reference = AgreementReference.Parse("DSA-2026-00042");
        var agreement = Agreement.Draft(
            reference,
            AgreementDocument.Of(content),
            [],
            drafter,
            new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero)
        );
        return AgreementPaper.Of(reference, agreement.Versions.Single(), LawBook.First, Names.None);
    }

    public static AgreementPaper Signed(AgreementContent content, string office = "Director of Adult Social Care") =>
        OfDraft(content) with
        {
            Mark = null,
            Decisions =
            [
                new PaperDecision(
                    "Caldicott Guardian",
                    "Kirklees Council",
                    "Dr Ruth Bellamy",
                    ["Approved with conditions", "Condition: Yearly"],
                    "2 September 2026"
                ),
            ],
            Signatures = [new PaperSignature("Kirklees Council", "Tom Whitworth", office, "3 September 2026", Fingerprint)],
        };
}
