using DataSharing.Persistence.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataSharing.Persistence.Configurations;

internal sealed class ParkedPostConfiguration : IEntityTypeConfiguration<ParkedPost>
{
    public void Configure(EntityTypeBuilder<ParkedPost> post)
    {
        post.ToTable("parked_posts");
        post.Property(p => p.Id).HasMaxLength(40);
        post.Property(p => p.Issuer).HasMaxLength(400);
        post.Property(p => p.Subject).HasMaxLength(255);
        post.Property(p => p.Path).HasMaxLength(2000);
        post.HasIndex(p => p.ExpiresAt);
        post.HasIndex(p => new { p.Issuer, p.Subject });
    }
}
