namespace Aurum.Samples.Lifecycle;

/// <summary>Flags that are used, so that only the one is reported that nothing uses.</summary>
internal static class Known
{
    public static readonly string[] Flags =
    [
        FeatureKeys.Unowned, FeatureKeys.NoAds, FeatureKeys.OnlyOff, FeatureKeys.EverybodyBut, FeatureKeys.NobodyLeft, FeatureKeys.AsText, FeatureKeys.Settled,
        FaultsKeys.Afg1002, FaultsKeys.Afg1003, FaultsKeys.Afg1004, FaultsKeys.Afg1005, FaultsKeys.Afg1008, FaultsKeys.Afg1010,
        FaultsKeys.Afg1012, FaultsKeys.Afg1013, FaultsKeys.Afg1014, FaultsKeys.Afg1015, FaultsKeys.Afg1016, FaultsKeys.Afg1017,
        FaultsKeys.Afg1018, FaultsKeys.Afg1019, FaultsKeys.Afg1020, FaultsKeys.Afg1022, FaultsKeys.Afg1023, FaultsKeys.Afg1024,
        FaultsKeys.Afg1025, FaultsKeys.Afg1026, FaultsKeys.Afg1027, FaultsKeys.Afg1029, FaultsKeys.Afg1034,
        ChainKeys.C33,
    ];
}
