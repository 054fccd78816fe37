using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Comments;
using DataSharing.Domain.Organisations;
using DataSharing.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataSharing.Persistence.Configurations;

internal sealed class CommentConfiguration : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> comment)
    {
        comment.ToTable("comments");
        comment.Ignore(c => c.Events);
        comment.Property(c => c.Id).ValueGeneratedNever();
        comment.Property(c => c.Path).HasMaxLength(Comment.PathMaxLength);
        comment.Property(c => c.Text).HasMaxLength(Comment.TextMaxLength);
        comment.Property(c => c.Organisation).HasColumnName("organisation_id");
        comment.Property(c => c.Person).HasColumnName("person_id");
        comment.HasOne<Agreement>().WithMany().HasForeignKey(c => c.AgreementId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne<AgreementVersion>().WithMany().HasForeignKey(c => c.VersionId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne<Organisation>().WithMany().HasForeignKey(c => c.Organisation).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne<Person>().WithMany().HasForeignKey(c => c.Person).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne<Person>().WithMany().HasForeignKey(c => c.ResolvedBy).OnDelete(DeleteBehavior.Restrict);
        comment.HasMany(c => c.Replies).WithOne().HasForeignKey(r => r.CommentId).OnDelete(DeleteBehavior.Restrict);
        comment.HasIndex(c => new { c.AgreementId, c.At }, "ix_comments_agreement_id");
    }
}

internal sealed class CommentReplyConfiguration : IEntityTypeConfiguration<CommentReply>
{
    public void Configure(EntityTypeBuilder<CommentReply> reply)
    {
        reply.ToTable("comment_replies");
        reply.HasKey(r => new { r.CommentId, r.Number });
        reply.Property(r => r.Number).ValueGeneratedNever();
        reply.Property(r => r.Text).HasMaxLength(Comment.TextMaxLength);
        reply.Property(r => r.Organisation).HasColumnName("organisation_id");
        reply.Property(r => r.Person).HasColumnName("person_id");
        reply.HasOne<Organisation>().WithMany().HasForeignKey(r => r.Organisation).OnDelete(DeleteBehavior.Restrict);
        reply.HasOne<Person>().WithMany().HasForeignKey(r => r.Person).OnDelete(DeleteBehavior.Restrict);
    }
}
