namespace Aurum.FlagGen.Evaluation;

/// <summary>How a test stands to a unit.</summary>
internal enum TestPhase
{
    Running,
    NotStarted,
    Ended,
    OutsideLayer,
    KeyMissing,
}
