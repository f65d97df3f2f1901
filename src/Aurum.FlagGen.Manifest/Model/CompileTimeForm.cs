namespace Aurum.FlagGen.Manifest.Model;

/// <summary>What the generated member of a compile-time flag is made of.</summary>
internal enum CompileTimeForm
{
    Literal,
    Switch,
    Const,
}
