using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Tests.Agreements.Evidence;

public class EvidencePlaceTests
{
    [Theory]
    [InlineData("LegalGrounds", Section.LegalGrounds)]
    [InlineData("/legalLines/L1", Section.LegalGrounds)]
    [InlineData("/dpia/DPIA1", Section.AssessmentsAndEvidence)]
    [InlineData("/flows/F1/disclosureLog", Section.DataFlows)]
    public void Sections_and_pointers_are_places(string text, Section section)
    {
        Assert.True(EvidencePlace.TryParse(text, out var place));
        Assert.Equal((section, text), (place!.Section, place.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/nothing")]
    [InlineData("legalgrounds")]
    [InlineData("4")]
    [InlineData("Nonsense")]
    public void Anything_else_is_none(string? text) => Assert.False(EvidencePlace.TryParse(text, out _));

    [Theory]
    [InlineData("/legalLines/L1", "LegalGrounds", true)]
    [InlineData("LegalGrounds", "LegalGrounds", true)]
    [InlineData("/legalLines/L1/lia", "/legalLines/L1", true)]
    [InlineData("/legalLines/L1", "/legalLines/L1", true)]
    [InlineData("/legalLines/L10", "/legalLines/L1", false)]
    [InlineData("LegalGrounds", "/legalLines/L1", false)]
    [InlineData("/flows/F1", "LegalGrounds", false)]
    public void A_place_is_within_its_section_and_its_item(string inner, string outer, bool expected) =>
        Assert.Equal(expected, EvidencePlace.Parse(inner).IsWithin(EvidencePlace.Parse(outer)));
}
