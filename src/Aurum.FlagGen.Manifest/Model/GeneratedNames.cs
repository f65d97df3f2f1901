using System.Text;

namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The names of generated types. The checker finds their clashes and the generator writes them, so they are made here.</summary>
internal static class GeneratedNames
{
    public const string DefaultClass = "Features";

    /// <summary>The class that reads payloads, in the file of each manifest that has any. No key and no property of a payload gives a name with two underscores.</summary>
    public const string PayloadReader = "__PayloadReader";

    /// <summary>Members that every type has; a generated member of that name would hide them.</summary>
    public static readonly IReadOnlyCollection<string> ObjectMembers = new HashSet<string>(StringComparer.Ordinal)
    {
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize",
    };

    /// <summary>Members of a flag's handle; where a key is both a flag and the prefix of others, these stand beside its group's members.</summary>
    public static readonly IReadOnlyCollection<string> HandleMembers = new HashSet<string>(StringComparer.Ordinal)
    {
        "IsEnabled", "GetValue", "GetVariant", "Evaluate", "Explain", "Match", "Track", "Key", "Type", "Engine",
    };

    /// <summary>What the base of every context has, and what is written into each; a property of that name would hide it.</summary>
    public static readonly IReadOnlyCollection<string> ContextMembers = new HashSet<string>(StringComparer.Ordinal)
    {
        "AttributeFields", "AttributeSchema", "Current", "Empty", "From", "GetAttribute", "Parse", "Schema", "Use",
    };

    /// <summary>What every record has, or what the generated ones have, beside the members of every object.</summary>
    public static readonly IReadOnlyCollection<string> RecordMembers = new HashSet<string>(StringComparer.Ordinal)
    {
        "Clone", "Deconstruct", "EqualityContract", PayloadReader, "PrintMembers", "Read",
    };

    public static string Interface(string className) => "I" + className;

    public static string Context(string className) => (className == DefaultClass ? "Feature" : className) + "Context";

    public static string Keys(string className) => (className == DefaultClass ? "Feature" : className) + "Keys";

    /// <summary>The class of the compile-time flags that are switches.</summary>
    public static string Switches(string className) => className + "Switches";

    /// <summary>The class of the compile-time flags that are constants.</summary>
    public static string Constants(string className) => (className == DefaultClass ? "Feature" : className) + "Constants";

    public static string Catalog(string className) => className + "Catalog";

    public static string Extensions(string className) => className + "Extensions";

    /// <summary>What the names of enums, records and constants begin with, so that two manifests of one namespace do not meet.</summary>
    public static string Prefix(string className) => className == DefaultClass ? "" : className;

    /// <summary>The type of a group, such as <c>CheckoutFeatures</c>.</summary>
    /// <param name="path">The accessors from the outermost group to this one.</param>
    /// <param name="className">The manifest's class.</param>
    public static string Group(IEnumerable<string> path, string className) => string.Concat(path) + className;

    /// <summary>The struct of a flag whose members are its own, such as <c>CheckoutFlowFlag</c>.</summary>
    public static string Handle(IEnumerable<string> accessorPath) => string.Concat(accessorPath) + "Flag";

    /// <summary>The enum of a flag of type variant, such as <c>CheckoutFlowVariant</c>.</summary>
    public static string Variants(IEnumerable<string> accessorPath) => string.Concat(accessorPath) + "Variant";

    /// <summary>The enum of a test's events, such as <c>CheckoutFlowEvent</c>.</summary>
    public static string Events(IEnumerable<string> accessorPath) => string.Concat(accessorPath) + "Event";

    /// <summary>The record of an object flag, such as <c>ThemePayload</c>.</summary>
    public static string Payload(IEnumerable<string> accessorPath) => string.Concat(accessorPath) + "Payload";

    /// <summary>The class of constants for an attribute's values: the property's name in the plural, such as <c>UserRoles</c>.</summary>
    public static string AttributeValues(string propertyName)
    {
        char last = propertyName[propertyName.Length - 1];
        bool hasConsonantBefore = propertyName.Length > 1 && "aeiouAEIOU".IndexOf(propertyName[propertyName.Length - 2]) < 0;
        return last switch
        {
            's' => propertyName,
            'y' when hasConsonantBefore => $"{propertyName.Substring(0, propertyName.Length - 1)}ies",
            'x' => propertyName + "es",
            _ => propertyName + "s",
        };
    }

    /// <summary>The property of a context attribute, such as <c>UserRole</c> for <c>user.role</c>; null where the path gives no identifier.</summary>
    public static string? AttributeProperty(string path)
    {
        StringBuilder name = new();
        foreach (string part in path.Split('.'))
        {
            name.Append(Naming.AccessorName.FromKeyPart(part));
        }

        return name.Length > 0 && Naming.AccessorName.IsIdentifier(name.ToString()) ? name.ToString() : null;
    }
}
