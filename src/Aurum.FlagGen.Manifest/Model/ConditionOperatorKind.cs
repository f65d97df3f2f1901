namespace Aurum.FlagGen.Manifest.Model;

/// <summary>Operators of one kind take the same values and fit the same attributes.</summary>
internal enum ConditionOperatorKind
{
    /// <summary>Compares with one value, null included, of any kind.</summary>
    Equality,

    /// <summary>Looks the attribute up in a list.</summary>
    Membership,

    /// <summary>Compares the order of numbers, texts, times or versions.</summary>
    Order,

    /// <summary>Asks whether a text, or a list, contains something.</summary>
    Containment,

    /// <summary>Looks at a part of a text.</summary>
    Text,

    /// <summary>Matches a text against a pattern.</summary>
    Pattern,
}
