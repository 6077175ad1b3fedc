/** Tokens of the Resource Access Manager's types. */
export const resourceShareToken = "aws:ram/resourceShare:ResourceShare";
export const resourceAssociationToken = "aws:ram/resourceAssociation:ResourceAssociation";
export const principalAssociationToken = "aws:ram/principalAssociation:PrincipalAssociation";
