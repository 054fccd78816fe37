using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Comments;
using DataSharing.Domain.Content;
using FluentValidation;

namespace DataSharing.Web.Pages.Agreements.Comments;

/// <summary>A new comment, as it is typed on the page of comments or on a page of the draft.</summary>
public sealed class CommentForm
{
    public string? Text { get; set; }

    /// <summary>The section that it is about.</summary>
    public Section? Section { get; set; }

    /// <summary>A place in it, for example <c>/flows/F1</c>; null for the whole section.</summary>
    public string? Path { get; set; }

    public Audience? Audience { get; set; }

    /// <summary>A comment that is still to be written, on a place if it is in the agreement, else on the section.</summary>
    public static CommentForm About(Section? section, string? path, AgreementVersion version)
    {
        var form = new CommentForm
        {
            Section = section,
            Path = path,
            Audience = Domain.Agreements.Comments.Audience.AllParties,
        };
        form.Path = form.IsAboutWhatIsThere(version) ? path : null;
        return form;
    }

    /// <summary>The place is in the agreement, or it is about a whole section.</summary>
    public bool IsAboutWhatIsThere(AgreementVersion version) =>
        Path is not { } path
        || (
            path.Length <= Comment.PathMaxLength
            && path is ['/', _, ..]
            && ContentShape.PatternOf(path) is not null
            && ContentPointer.Resolve(version.Document.ToNode(), path) is not null
        );

    /// <summary>Of a form without errors.</summary>
    public Comment ToComment(Agreement agreement, AgreementVersion version, Actor actor, DateTimeOffset now) =>
        Comment.Add(agreement, version, Section ?? default, Path, Audience!.Value, Text!.Trim(), actor, now);

    internal sealed class Validator : AbstractValidator<CommentForm>
    {
        public Validator()
        {
            RuleFor(f => f.Section).NotNull().When(f => f.Path is null).WithMessage("Choose the section that it is about");
            RuleFor(f => f.Text)
                .NotEmpty()
                .WithMessage("Write your comment")
                .MaximumLength(Comment.TextMaxLength)
                .WithMessage($"The comment must be {Comment.TextMaxLength} characters or fewer");
            RuleFor(f => f.Audience).NotNull().WithMessage("Choose who may read it");
        }
    }
}

/// <summary>An answer to a comment.</summary>
public sealed class ReplyForm
{
    /// <summary>The comment's id.</summary>
    public Guid Comment { get; set; }

    public string? Text { get; set; }

    internal sealed class Validator : AbstractValidator<ReplyForm>
    {
        public Validator() =>
            RuleFor(f => f.Text)
                .NotEmpty()
                .WithMessage("Write your reply")
                .MaximumLength(Domain.Agreements.Comments.Comment.TextMaxLength)
                .WithMessage($"The reply must be {Domain.Agreements.Comments.Comment.TextMaxLength} characters or fewer");
    }
}
