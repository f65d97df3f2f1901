using System.Reflection;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Generators.Tests.Parsing;

public sealed class ContextParserTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    /// <summary>A property of a generated context must not hide what its base has.</summary>
    [Fact]
    public void OwnMembers_OfAContext_AreAllThatItsBaseHas() =>
        typeof(FlagContext).GetMembers(Everything)
            .Where(static member => member is MethodBase { IsConstructor: false, IsSpecialName: false, IsAssembly: false, IsPrivate: false } or PropertyInfo)
            .Select(static member => member.Name)
            .Distinct()
            .ShouldBeSubsetOf([.. GeneratedNames.ContextMembers, .. GeneratedNames.ObjectMembers]);
}
