// The one table of rights: what each is called, and the sentence a person reads who lacks it.

/** Every right, with the sentence shown to whoever lacks it. */
export const rights = {
  edit: 'Viewers read and comment. Ask an admin of your organisation for the editor role.',
  shapeMap: 'Only editors of the organisation that organises this ecosystem shape its maps.',
  handOver: 'Only an admin of the organisation that organises this ecosystem offers to hand it over.',
  answerHandover:
    'Organising passes on when an admin of the organisation it is offered to accepts. Nobody answers for it.',
  keepParty: 'Only the organisation that holds this party, or keeps it while nobody does, changes it.',
  editLane: 'Only the organisation that lives this lane changes it. You can propose a touchpoint instead.',
  editTouchpoint: 'Only the organisation of this lane and accepted co-owners change this touchpoint.',
  moveTouchpoint: 'Moving a touchpoint needs the right to edit both lanes. You can propose the move instead.',
  reviewTouchpoint: 'Only the organisation that holds this lane says whether its cards are right.',
  decideProposal: 'Only the organisation of this lane accepts or declines what others propose in it.',
  decideMove:
    'The organisations of both lanes answer a proposed move; who proposed it may take it back until then.',
  shareTouchpoint: 'A touchpoint is shared by the organisations of the two lanes that live it.',
  decideSide: 'The organisation that is asked to share this touchpoint accepts or declines it.',
  editSide: 'Only the organisation of a lane says what the touchpoint is called there, and where it stands.',
  decideOwnership: 'Only the organisation that is asked about this part accepts or declines it.',
  changePart:
    'The organisation that asked for this part, or offered it, changes it; the other one accepts or declines.',
  assignOwner: 'Owners are assigned by the organisation of this lane; others propose a part of their own.',
  editLink: 'A link is changed by the organisation at either end of it.',
  confirmSide: 'Each side confirms with its own people; nobody confirms for another organisation.',
  ownView: 'An organisation writes only its own view.',
  shareView: 'Only the organisation whose view this is decides who sees it.',
  share:
    'Showing to partners what is ours is a right of its own, which you do not have. Ask an admin of your organisation.',
  confirm:
    'Confirming for your organisation is a right of its own, which you do not have. Ask an admin of your organisation.',
  ownWords: 'People change only their own comments; admins of their organisation may remove them.',
  shareOwnThread: 'Others have spoken in this thread. What they said is not yours to share further.',
  join: 'An organisation takes part in a map by accepting an invitation to it.',
  heldLaneStays: 'Another organisation holds this lane. The organiser cannot delete it.',
  othersCardsStay: 'Other organisations have touchpoints in this stage. Ask them to move those first.',
  confirmedStays:
    'The other side has confirmed this handoff. Dispute it, so that they see why, instead of deleting it.',
  runSession: 'The organisation that opened this session, or the organiser, changes and ends it.',
  ownSticky: 'A sticky is changed by the organisation that wrote it, or the one that runs the session.',
  openSession: 'This session has ended. Open another one to go on.',
  stateOwnOrigin: 'New rows belong to the organisation you act for.',
  answerRound:
    'An answer speaks for your organisation, so its editors and admins give it. Ask an admin for the editor role; the result is yours to read.',
  answerForOneself: 'Each person answers for themselves; nobody fills in or finishes the answers of another.',
  nameOwnPeople: 'An organisation says itself who of its people answers.',
  beAsked: 'Only people of the organisations that a round asks answer it, once they have begun.',
  facilitate:
    'Whoever opened this round, or an admin of their organisation, changes it, reveals it or calls it off.',
  begunStays: 'Somebody has begun to answer, so the round stays as announced. Call it off instead.',
  closedStays: 'This round is closed. What was answered stays as it was.',
  revealedStays: 'What was revealed has been seen. A reveal cannot be taken back.',
  askInOwnName: 'Only the organisation that asks changes, repeats or withdraws its request.',
  answerRequest: 'Only the organisation that is asked says whether it is done.',
  doneStays: 'You have said that you are done. Open your answers again first; that works until the reveal.',
} as const

export type Right = keyof typeof rights
