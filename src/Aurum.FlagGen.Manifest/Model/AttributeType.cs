namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The types that a context attribute may be declared with.</summary>
internal enum AttributeType
{
    String,
    Integer,
    Number,
    Boolean,
    DateTime,
    SemVer,
    Version,
    StringList,
}
