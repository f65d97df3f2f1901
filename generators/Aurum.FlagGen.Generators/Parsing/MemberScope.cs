using Aurum.FlagGen.Generators.Model;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Names for what stands beside the members of the class or of a group: an accessor may be called almost anything.</summary>
internal sealed class MemberScope
{
    private readonly NameScope _names;
    private readonly List<HandleMaker> _makers = [];

    public MemberScope(IEnumerable<string> members)
    {
        _names = new NameScope(members);
        EngineField = _names.Claim("_engine", "Field");
        FlagProperty = _names.Claim("__flag", "Property");
    }

    public string EngineField { get; }

    public string FlagProperty { get; }

    public IReadOnlyList<HandleMaker> Makers => _makers;

    /// <summary>The method that makes the handles of a type of the run time.</summary>
    public string MakerOf(string handle)
    {
        foreach (HandleMaker maker in _makers)
        {
            if (maker.Type == handle)
            {
                return maker.Name;
            }
        }

        string name = _names.Claim("__" + char.ToLowerInvariant(handle[0]) + handle.Substring(1), "Maker");
        _makers.Add(new HandleMaker(name, handle));
        return name;
    }
}
