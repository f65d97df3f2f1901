using System.Text;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Manifest.CompileTime;

/// <summary>A flag that the build decides, and what it decided. The generator and the build task must agree on it, so it is settled here.</summary>
/// <param name="Scope">The manifest's scope.</param>
/// <param name="Key">The flag's key.</param>
/// <param name="Form">What its member is made of.</param>
/// <param name="Value">Its value in this build.</param>
internal sealed record CompileTimeFlag(string Scope, string Key, CompileTimeForm Form, bool Value)
{
    private const string SwitchPrefix = "Aurum.FlagGen.";
    private const string SymbolPrefix = "FLAG_";

    /// <summary>The name of its switch in runtimeconfig.json and for the trimmer, where the form is <see cref="CompileTimeForm.Switch"/>.</summary>
    public string SwitchName => SwitchNameOf(Scope, Key);

    /// <summary>The symbol that <c>#if</c> asks for, where the form is <see cref="CompileTimeForm.Const"/>: <c>FLAG_SEARCH_FUZZY</c>.</summary>
    public string Symbol => SymbolOf(Key);

    /// <param name="flag">A flag that is decided at compile time.</param>
    /// <param name="scope">The manifest's scope.</param>
    /// <param name="configuration">The configuration that is built, such as <c>Debug</c>.</param>
    /// <param name="overrides">What this build says otherwise.</param>
    public static CompileTimeFlag From(ManifestFlag flag, string scope, string configuration, BuildOverrides overrides)
    {
        JsonNode? declared = flag.Node[FlagMembers.Values.Name]?[configuration];
        JsonNode? value = declared is { IsBoolean: true } ? declared : flag.Node[FlagMembers.DefaultValue.Name];
        return new CompileTimeFlag(scope, flag.Key, FormOf(flag), overrides.Find(scope, flag.Key) ?? value?.Kind == JsonKind.True);
    }

    /// <summary>What the member of a flag is made of that is decided at compile time.</summary>
    public static CompileTimeForm FormOf(ManifestFlag flag) =>
        flag.Node[FlagMembers.Emit.Name] is { Kind: JsonKind.String } word ? ManifestWords.CompileTimeForms.Find(word.Text) : CompileTimeForm.Literal;

    /// <summary>The name of a flag's switch: <c>Aurum.FlagGen.Acme.Shop/search.fuzzy</c>. Of a scope it keeps what means nothing to the tools that it passes through.</summary>
    public static string SwitchNameOf(string scope, string key)
    {
        StringBuilder name = new(SwitchPrefix);
        foreach (char c in scope)
        {
            name.Append(c is '.' or '-' or (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') ? c : '_');
        }

        return name.Append(scope.Length == 0 ? "" : "/").Append(key).ToString();
    }

    /// <summary>The symbol of a flag.</summary>
    public static string SymbolOf(string key)
    {
        StringBuilder symbol = new(SymbolPrefix);
        foreach (char c in key)
        {
            symbol.Append(char.IsLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_');
        }

        return symbol.ToString();
    }
}
