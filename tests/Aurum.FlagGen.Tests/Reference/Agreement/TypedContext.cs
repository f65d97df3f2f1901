using System.Text.Json;
using Aurum.FlagGen.Contexts;
using Aurum.FlagGen.Tests.Reference.Scenarios;

namespace Aurum.FlagGen.Tests.Reference.Agreement;

/// <summary>A context as generated code has it: attributes by index. What each path leads to is looked up by the reference.</summary>
internal sealed class TypedContext(Asking asking) : FlagContext
{
    private static readonly FlagContextSchema Paths = new([.. Vocabulary.Attributes.Select(static attribute => attribute.Path), "device_id", "user_segments"]);

    private readonly ReferenceContext _attributes = new(ReferenceJson.Parse(asking.User), ReferenceJson.Parse(asking.Feature));

    protected internal override FlagContextSchema Schema => Paths;

    protected internal override AttributeValue GetAttribute(int index) =>
        _attributes.Find(Paths.Attributes[index]) is { } value ? AttributeConverter.Convert(value) : default;
}
