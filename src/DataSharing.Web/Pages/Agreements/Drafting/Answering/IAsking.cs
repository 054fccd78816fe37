using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;
using DataSharing.Web.TagHelpers;

namespace DataSharing.Web.Pages.Agreements.Drafting.Answering;

/// <summary>A page with a form about one part of the draft.</summary>
public interface IAsking
{
    /// <summary>The record that the form is bound to.</summary>
    Type Record { get; }

    /// <summary>The pointer of the record.</summary>
    string Path { get; }

    /// <summary>By which the answers are judged.</summary>
    Policy Policy { get; }

    /// <summary>May the person answer the question at this path? Otherwise its answer is shown, not asked.</summary>
    bool MayAnswer(string path);

    /// <summary>The answer in words; null if there is none.</summary>
    string? Answered(string path);

    /// <summary>What the checks say about one place or what is within it. Each finding is shown at one question only.</summary>
    IReadOnlyList<Finding> TakeFindings(string path);

    /// <summary>What can be chosen for a question whose answers are not its own text.</summary>
    IReadOnlyList<Choice> ChoicesFor(string path, ContentShape shape);

    /// <summary>What somebody looks for among the choices of a question.</summary>
    string? SoughtIn(string name);
}
