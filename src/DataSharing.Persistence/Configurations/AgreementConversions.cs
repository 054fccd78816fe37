using System.Text.Json;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Comments;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Domain.Content;
using DataSharing.Domain.Editions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DataSharing.Persistence.Configurations;

/// <summary>How the values of agreements are stored.</summary>
internal static class AgreementConversions
{
    public static void UseAgreementConversions(this ModelConfigurationBuilder conventions)
    {
        conventions.Properties<AgreementReference>().HaveConversion<ReferenceConverter>().HaveMaxLength(AgreementReference.MaxLength);
        conventions.Properties<AgreementVersionId>().HaveConversion<VersionIdConverter>();
        conventions.Properties<EditionId>().HaveConversion<EditionIdConverter>();
        conventions.Properties<CommentId>().HaveConversion<CommentIdConverter>();
        conventions.Properties<EvidenceId>().HaveConversion<EvidenceIdConverter>();
        conventions.Properties<ContentHash>().HaveConversion<HashConverter>().HaveMaxLength(64);
        conventions.Properties<VersionLabel>().HaveConversion<LabelConverter>().HaveMaxLength(VersionLabel.MaxLength);
        conventions.Properties<ReadOnlyMemory<byte>>().HaveConversion<BytesConverter, BytesComparer>();
    }

    private sealed class ReferenceConverter()
        : ValueConverter<AgreementReference, string>(reference => reference.Value, text => AgreementReference.Parse(text));

    private sealed class VersionIdConverter() : ValueConverter<AgreementVersionId, Guid>(id => id.Value, value => new(value));

    private sealed class EditionIdConverter() : ValueConverter<EditionId, Guid>(id => id.Value, value => new(value));

    private sealed class CommentIdConverter() : ValueConverter<CommentId, Guid>(id => id.Value, value => new(value));

    private sealed class EvidenceIdConverter() : ValueConverter<EvidenceId, Guid>(id => id.Value, value => new(value));

    private sealed class HashConverter() : ValueConverter<ContentHash, string>(hash => hash.Hex, hex => ContentHash.Parse(hex));

    private sealed class LabelConverter()
        : ValueConverter<VersionLabel, string>(label => label.ToString(), text => VersionLabel.Parse(text));

    private sealed class BytesConverter() : ValueConverter<ReadOnlyMemory<byte>, byte[]>(memory => memory.ToArray(), bytes => bytes);

    private sealed class BytesComparer()
        : ValueComparer<ReadOnlyMemory<byte>>((a, b) => AreEqual(a, b), memory => memory.Length, memory => memory)
    {
        private static bool AreEqual(ReadOnlyMemory<byte> a, ReadOnlyMemory<byte> b) => a.Span.SequenceEqual(b.Span);
    }
}

/// <summary>A list of enum members as a list of their names.</summary>
internal sealed class NamesConverter<T>()
    : ValueConverter<IReadOnlyList<T>, string[]>(
        values => values.Select(value => value.ToString()).ToArray(),
        names => names.Select(Enum.Parse<T>).ToArray()
    )
    where T : struct, Enum;

internal sealed class NamesComparer<T>()
    : ValueComparer<IReadOnlyList<T>>((a, b) => a!.SequenceEqual(b!), values => values.Count, values => values)
    where T : struct, Enum;

/// <summary>A draft's removed items, as one JSON document: they are read and written with the draft and never searched.</summary>
internal sealed class RemovedItemsConverter()
    : ValueConverter<IReadOnlyList<RemovedItem>, string>(
        items => JsonSerializer.Serialize(items, JsonSerializerOptions.Web),
        json => JsonSerializer.Deserialize<RemovedItem[]>(json, JsonSerializerOptions.Web)!
    );

/// <summary>The list is replaced whenever it changes.</summary>
internal sealed class RemovedItemsComparer()
    : ValueComparer<IReadOnlyList<RemovedItem>>((a, b) => ReferenceEquals(a, b), items => items.Count, items => items);
