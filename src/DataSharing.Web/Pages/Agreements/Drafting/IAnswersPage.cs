using DataSharing.Domain.Rules;
using DataSharing.Web.Pages.Agreements.Comments;
using DataSharing.Web.Pages.Agreements.Evidence;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>What the frame around a form needs of its page.</summary>
public interface IAnswersPage
{
    ShownComments? Comments { get; }

    /// <summary>Where more is said about it, and from where one comes back here.</summary>
    string CommentsAt { get; }

    EvidenceAtPlace? Evidence { get; }

    /// <summary>What the form is about.</summary>
    string Name { get; }

    string Path { get; }

    Conflict? Conflict { get; }

    ShownEffect? Effect { get; }

    string? Saved { get; }

    string? Removed { get; }

    IReadOnlyList<Finding> OtherFindings { get; }
}
