using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Turns the declared attributes into the properties of the typed context.</summary>
internal static class ContextParser
{
    /// <summary>Attributes that every context has, because the engine reads them by itself.</summary>
    private static readonly ManifestAttribute[] Implicit =
    [
        new(PredefinedAttributes.UserId, AttributeType.String, [], isRequired: false, "Who asks: the targeting key, where no bucket_by names another attribute."),
        new(PredefinedAttributes.UserSegments, AttributeType.StringList, [], isRequired: false, "The names of the segments that the user is in."),
    ];

    public static ContextModel Parse(IReadOnlyList<ManifestAttribute> declared, OutputNames names, NameScope types)
    {
        NameScope properties = new(GeneratedNames.ObjectMembers);
        properties.Reserve(GeneratedNames.ContextMembers);
        properties.Reserve([names.Context]);
        IEnumerable<ManifestAttribute> missing = Implicit.Where(one => declared.All(other => other.Path != one.Path));
        return new ContextModel(names, new([.. declared.Concat(missing).Select(attribute => ParseAttribute(attribute, names, types, properties))]));
    }

    private static AttributeModel ParseAttribute(ManifestAttribute attribute, OutputNames names, NameScope types, NameScope properties)
    {
        string property = properties.ClaimMember(attribute.Path, "Attribute");
        string type = TypeOf(attribute.Type) + (attribute.IsRequired ? "" : "?");
        if (attribute.Values.Count == 0)
        {
            return new AttributeModel(attribute.Path, property, type, attribute.IsRequired, attribute.Description, null, default);
        }

        string valuesType = types.Claim(names.Prefix + GeneratedNames.AttributeValues(property), "Values");
        return new AttributeModel(
            attribute.Path, property, type, attribute.IsRequired, attribute.Description, valuesType, NamedTexts.From(attribute.Values, "Value", valuesType));
    }

    private static string TypeOf(AttributeType type) => type switch
    {
        AttributeType.Integer => "long",
        AttributeType.Number => "double",
        AttributeType.Boolean => "bool",
        AttributeType.DateTime => "global::System.DateTimeOffset",
        AttributeType.StringList => "global::System.Collections.Generic.IReadOnlyList<string>",
        _ => "string",
    };
}
