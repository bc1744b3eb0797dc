package io.raftbed.lab;

/**
 * RequestVote (Figure 2), sent by candidates to gather votes.
 *
 * @param term the candidate's term
 * @param candidateId the id of the candidate
 * @param lastLogIndex index of the candidate's last log entry
 * @param lastLogTerm term of the candidate's last log entry
 */
public record RequestVoteArgs(int term, int candidateId, int lastLogIndex, int lastLogTerm)
    implements Request<RequestVoteReply> {}
