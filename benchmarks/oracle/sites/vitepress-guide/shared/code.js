// #region part
const a = 1
// #endregion part
