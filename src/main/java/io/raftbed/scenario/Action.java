package io.raftbed.scenario;

/** What a step does: one word in a file, with what belongs to it. */
public sealed interface Action
    permits LogAction,
        ServerAction,
        MemberAction,
        LinkAction,
        MessageAction,
        MachineAction,
        ClientAction,
        LimitAction,
        ScriptAction {}
