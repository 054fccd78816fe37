using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DataSharing.Persistence.Migrations;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0001_foundation")]
internal sealed class Foundation : SqlMigration;
