namespace Aurum.FlagGen.Contexts;

/// <summary>The elements of a list attribute, in whichever form the context holds them, without copying.</summary>
internal readonly ref struct AttributeList(object content)
{
    private readonly object _content = content;

    public int Count => _content switch
    {
        string[] texts => texts.Length,
        AttributeValue[] values => values.Length,
        IReadOnlyList<string> texts => texts.Count,
        IReadOnlyList<object?> items => items.Count,
        _ => 0,
    };

    public AttributeValue this[int index] => _content switch
    {
        string[] texts => AttributeValue.From(texts[index]),
        AttributeValue[] values => values[index],
        IReadOnlyList<string> texts => AttributeValue.From(texts[index]),
        IReadOnlyList<object?> items => AttributeConverter.ConvertElement(items[index]),
        _ => default,
    };

    /// <summary>The first element that is not understood, or null. A list with such a one is not understood itself: whether the element would have made a difference nobody knows.</summary>
    public NotUnderstood? FindMisfit()
    {
        if (_content is IReadOnlyList<string>)
        {
            return null;
        }

        for (int i = 0; i < Count; i++)
        {
            if (this[i] is { Kind: AttributeKind.NotUnderstood } element)
            {
                return element.Misfit;
            }
        }

        return null;
    }
}
