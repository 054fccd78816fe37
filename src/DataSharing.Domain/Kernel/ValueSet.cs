using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace DataSharing.Domain.Kernel;

/// <summary>
/// An immutable set of codes or references: distinct, and sorted ordinally by the text that stands in the JSON form,
/// so that the order in which somebody ticked the boxes is no part of what is agreed.
/// </summary>
[CollectionBuilder(typeof(ValueSet), nameof(ValueSet.Create))]
public sealed class ValueSet<T> : IReadOnlyList<T>, IEquatable<ValueSet<T>>
    where T : notnull
{
    private readonly ImmutableArray<T> _items;

    internal ValueSet(IEnumerable<T> items) => _items = [.. items.Distinct().OrderBy(Codes.NameOf, StringComparer.Ordinal)];

    public int Count => _items.Length;

    public T this[int index] => _items[index];

    public ValueSet<T> Add(T item) => new([.. _items, item]);

    public ValueSet<T> Remove(T item) => new(_items.Remove(item));

    public bool Equals(ValueSet<T>? other) => other is not null && _items.SequenceEqual(other._items);

    public override bool Equals(object? obj) => Equals(obj as ValueSet<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    public override string ToString() => $"{{{string.Join(", ", _items)}}}";

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public static class ValueSet
{
    public static ValueSet<T> Create<T>(ReadOnlySpan<T> items)
        where T : notnull => new(items.ToArray());

    public static ValueSet<T> ToValueSet<T>(this IEnumerable<T> items)
        where T : notnull => new(items);
}
