using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Manifest.Tests.Checking;

public sealed class MutatedManifestTests
{
    [Fact]
    public void Create_TheSameNumber_GivesTheSameManifest() => MutatedManifests.Create(17).ShouldBe(MutatedManifests.Create(17));

    [Fact]
    public void Create_ManyNumbers_GivesSoundAndFaultyManifests()
    {
        int faulty = Enumerable.Range(0, 500).Count(static number => ManifestReader.Read(MutatedManifests.Create(number)).Errors.Count > 0);

        MutatedManifests.Seeds.Count.ShouldBeGreaterThan(60);
        faulty.ShouldBeInRange(200, 495);
    }
}
