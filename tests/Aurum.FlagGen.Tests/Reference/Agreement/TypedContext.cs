using System.Text.Json;
using Aurum.FlagGen.Contexts;
using Aurum.FlagGen.Tests.Reference.Scenarios;

namespace Aurum.FlagGen.Tests.Reference.Agreement;

/// <summary>A context as generated code has it: attributes by index, texts first, then integers. What each path leads to is looked up by the reference; missing attributes are of each kind by turns.</summary>
internal sealed class TypedContext : FlagContext
{
    private static readonly string[] Paths = [.. Vocabulary.Attributes.Select(static attribute => attribute.Path), "device_id", "user_segments"];

    private readonly AttributeValue[] _values;
    private readonly string?[] _texts;
    private readonly long?[] _integers;

    public TypedContext(Asking asking)
    {
        ReferenceContext attributes = new(ReferenceJson.Parse(asking.User), ReferenceJson.Parse(asking.Feature));
        AttributeValue[] values = [.. Paths.Select(path => attributes.Find(path) is { } value ? AttributeConverter.Convert(value) : default)];
        int[] texts = [.. Positions(values, AttributeKind.String, 0)];
        int[] integers = [.. Positions(values, AttributeKind.Integer, 1)];
        int[] order = [.. texts, .. integers, .. Enumerable.Range(0, Paths.Length).Except(texts).Except(integers)];
        Schema = new FlagContextSchema([.. order.Select(static position => Paths[position])]);
        _values = [.. order.Select(position => values[position])];
        _texts = [.. texts.Select(position => values[position].Text)];
        _integers = [.. integers.Select(position => values[position].IsMissing ? (long?)null : values[position].Integer)];
    }

    protected internal override FlagContextSchema Schema { get; }

    protected internal override AttributeFields AttributeFields => new(Schema, _texts, _integers);

    protected internal override AttributeValue GetAttribute(int index) => _values[index];

    private static IEnumerable<int> Positions(AttributeValue[] values, AttributeKind kind, int turn) =>
        Enumerable.Range(0, values.Length).Where(position => values[position].IsMissing ? position % 3 == turn : values[position].Kind == kind);
}
