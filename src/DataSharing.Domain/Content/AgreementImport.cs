using System.Diagnostics.CodeAnalysis;

namespace DataSharing.Domain.Content;

/// <summary>Brings in an agreement from a file: all of it, or a list of everything that is wrong with it.</summary>
public static class AgreementImport
{
    public const int MaxBytes = 1_000_000;

    /// <summary>Of objects and lists inside one another.</summary>
    public const int MaxLevels = 32;

    /// <summary>Elements of all lists together.</summary>
    public const int MaxItems = 10_000;

    /// <summary>The reading stops here; a file with more errors is of another kind.</summary>
    public const int MaxErrors = 1_000;

    public static ImportResult Read(ReadOnlySpan<byte> utf8, ILawCodes lawCodes)
    {
        SentJson sent;
        try
        {
            sent = SentJson.Parse(utf8);
        }
        catch (SentJsonException refused)
        {
            return new ImportResult(null, [refused.Error]);
        }

        var reading = new ImportReading(lawCodes);
        try
        {
            var file = reading.File(sent);
            return reading.Errors.Count > 0 ? new ImportResult(null, reading.Errors) : new ImportResult(file, []);
        }
        catch (ImportReading.TooManyErrorsException)
        {
            return new ImportResult(
                null,
                [.. reading.Errors, new ImportError("", $"There are more than {MaxErrors:N0} mistakes; the rest is not listed.")]
            );
        }
    }

    /// <summary>Reads no more of the stream than the limit and one byte.</summary>
    public static async Task<ImportResult> ReadAsync(Stream stream, ILawCodes lawCodes, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxBytes + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return Read(buffer.AsSpan(0, length), lawCodes);
    }
}

/// <param name="File">What was brought in, or null if there are errors.</param>
/// <param name="Errors">All of them, broken references last.</param>
public sealed record ImportResult(AgreementFile? File, IReadOnlyList<ImportError> Errors)
{
    [MemberNotNullWhen(true, nameof(File))]
    public bool Succeeded => File is not null;
}
