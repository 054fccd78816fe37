using DataSharing.Domain.Agreements;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace DataSharing.Persistence.Agreements;

/// <summary>An agreement locked for one command.</summary>
public sealed class AgreementChange : Locked<Agreement>
{
    private AgreementChange(
        DataSharingDbContext db,
        IDbContextTransaction transaction,
        Agreement agreement,
        DateTimeOffset now,
        RolesNow? roles
    )
        : base(db, transaction, agreement, now, roles) { }

    /// <param name="person">Who acts, so that what they are comes with the time; null for the portal itself.</param>
    internal static async Task<AgreementChange> OfAsync(
        DataSharingDbContext db,
        IDbContextTransaction transaction,
        Agreement agreement,
        PersonId? person,
        CancellationToken cancellationToken
    )
    {
        var roles = person is null ? null : await RolesNow.ReadAsync(db, person.Value, cancellationToken);
        return new AgreementChange(db, transaction, agreement, roles?.Now ?? await db.NowAsync(cancellationToken), roles);
    }

    public Agreement Agreement => Value;

    /// <summary>Saves and commits; the database checks the separation of duties once more.</summary>
    /// <exception cref="StaleDecisionException">The role that the decision rests on was taken away at this very moment.</exception>
    public override async Task SaveAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await base.SaveAsync(cancellationToken);
        }
        catch (PostgresException exception) when (exception.ConstraintName is "decisions_role_held" or "signatures_role_held")
        {
            throw new StaleDecisionException("Your role was taken away before this was saved.", exception);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.ExclusionViolation)
        {
            throw new StaleDecisionException("Somebody else has opened or started a version of this agreement.", exception);
        }
    }
}
