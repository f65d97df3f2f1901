namespace Aurum.FlagGen.Manifest.Model;

/// <summary>The part of a layer that one flag's test owns.</summary>
/// <param name="FlagKey">The flag whose test it is.</param>
/// <param name="From">Its first thousandth of a percent.</param>
/// <param name="To">The one after its last.</param>
internal readonly record struct LayerRange(string FlagKey, int From, int To);
