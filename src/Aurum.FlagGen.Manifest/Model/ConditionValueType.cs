namespace Aurum.FlagGen.Manifest.Model;

/// <summary>What both sides of a condition are read as before they are compared.</summary>
internal enum ConditionValueType
{
    String,
    Number,
    DateTime,
    SemVer,
    Version,
}
