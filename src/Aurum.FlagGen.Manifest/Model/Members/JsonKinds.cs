namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The kinds of JSON value that a member takes.</summary>
[Flags]
internal enum JsonKinds
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Number = 4,
    String = 8,
    Array = 16,
    Object = 32,
    Any = Null | Boolean | Number | String | Array | Object,
}
