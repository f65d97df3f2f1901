namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>How far a manifest is checked.</summary>
internal enum ManifestDepth
{
    /// <summary>Everything, so that every fault is found.</summary>
    Whole,

    /// <summary>What generated code is made of, and which flags have all of that: for the generator, which tells no faults and runs at every edit.</summary>
    Shape,
}
