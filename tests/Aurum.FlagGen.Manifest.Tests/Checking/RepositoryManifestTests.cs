using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Manifest.Tests.Checking;

public sealed class RepositoryManifestTests
{
    [Fact]
    public void Read_TheSamplesManifest_HasNothingToSayAndEveryType()
    {
        FlagManifest manifest = ManifestReader.Read(File.ReadAllText(RepositoryFolder.Combine("flags.json")), TestContext.Current.CancellationToken);

        manifest.Errors.ShouldBeEmpty();
        manifest.Flags.ShouldAllBe(flag => manifest.IsSound(flag));
        manifest.Flags.Select(static flag => flag.Type).Distinct().Order().ShouldBe(Enum.GetValues<FlagType>());
        manifest.Flags.ShouldContain(static flag => flag.IsCompileTime);
    }
}
