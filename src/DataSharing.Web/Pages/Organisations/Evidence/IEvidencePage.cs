using DataSharing.Web.TagHelpers;

namespace DataSharing.Web.Pages.Organisations.Evidence;

/// <summary>A page with the questions about evidence.</summary>
public interface IEvidencePage
{
    EvidenceWords Words { get; }

    EvidenceForm Form { get; }

    /// <summary>What a policy document may cover.</summary>
    IReadOnlyList<Choice> Conditions { get; }

    /// <summary>The scheme is known and stays.</summary>
    bool IsRenewal { get; }
}
