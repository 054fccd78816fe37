using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DataSharing.Persistence.Migrations;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0001_foundation")]
internal sealed class Foundation : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0002_organisations_people_audit")]
internal sealed class OrganisationsPeopleAudit : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0003_agreements")]
internal sealed class Agreements : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0004_together")]
internal sealed class Together : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0005_returns")]
internal sealed class Returns : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0006_evidence")]
internal sealed class Evidence : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0007_drafting")]
internal sealed class Drafting : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0008_law")]
internal sealed class Law : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0009_rechecks")]
internal sealed class Rechecks : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0010_what_changed")]
internal sealed class WhatChanged : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0011_versions")]
internal sealed class Versions : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0012_sessions")]
internal sealed class Sessions : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0013_events")]
internal sealed class Events : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0014_protection_keys")]
internal sealed class ProtectionKeys : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0015_lists")]
internal sealed class Lists : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0016_form_ids")]
internal sealed class FormIds : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0017_separation")]
internal sealed class Separation : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0018_rechecks_are_told")]
internal sealed class RechecksAreTold : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0019_changed_agreements")]
internal sealed class ChangedAgreements : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0020_listed_states")]
internal sealed class ListedStates : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0021_more_kinds_of_evidence")]
internal sealed class MoreKindsOfEvidence : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0022_kinds_of_evidence")]
internal sealed class KindsOfEvidence : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0023_names_and_search")]
internal sealed class NamesAndSearch : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0024_waiting_roles")]
internal sealed class WaitingRoles : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0025_allowances")]
internal sealed class Allowances : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0026_rights")]
internal sealed class Rights : SqlMigration;

[DbContext(typeof(DataSharingDbContext))]
[Migration("0027_erased_evidence")]
internal sealed class ErasedEvidence : SqlMigration;
