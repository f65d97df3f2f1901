namespace Aurum.FlagGen.Generators.Model;

/// <summary>What a generated enum enumerates.</summary>
internal enum EnumKind
{
    Variants,
    Events,
}
