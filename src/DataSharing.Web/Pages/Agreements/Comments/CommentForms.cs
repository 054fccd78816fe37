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
