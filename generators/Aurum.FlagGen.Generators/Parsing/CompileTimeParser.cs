using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.CompileTime;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Settles what the members of compile-time flags are made of, and gathers those that are more than a literal.</summary>
internal sealed class CompileTimeParser(OutputNames names, string configuration, BuildOverrides overrides)
{
    private readonly List<CompileTimeMember> _switches = [];
    private readonly List<CompileTimeMember> _constants = [];
    private readonly NameScope _switchNames = NewScope(names.Switches);
    private readonly NameScope _constantNames = NewScope(names.Constants);

    public CompileTimeModel Model => new(names, new([.. _switches]), new([.. _constants]));

    /// <returns>The flag's value, as an expression.</returns>
    public string Parse(ManifestFlag flag)
    {
        CompileTimeFlag decided = CompileTimeFlag.From(flag, names.Scope, configuration, overrides);
        string name = string.Concat(flag.AccessorPath);
        if (decided.Form == CompileTimeForm.Switch)
        {
            CompileTimeMember member = new(_switchNames.Claim(name, "Switch"), flag.Key, decided.SwitchName, decided.Value);
            _switches.Add(member);
            return names.Qualifier + names.Switches + "." + member.Name;
        }

        if (decided.Form == CompileTimeForm.Const)
        {
            _constants.Add(new CompileTimeMember(_constantNames.Claim(name, "Constant"), flag.Key, decided.Symbol, decided.Value));
        }

        return decided.Value ? "true" : "false";
    }

    private static NameScope NewScope(string typeName)
    {
        NameScope scope = new(GeneratedNames.ObjectMembers);
        scope.Reserve([typeName, "Read"]);
        return scope;
    }
}
